package replies_test

import (
	"strings"
	"testing"

	"followupd/internal/replies"
)

// optOuts are demands for quiet in the languages without a lexicon of their
// own: Polish, Swedish, Danish, Norwegian, Finnish, Czech, Turkish, Japanese.
const optOuts = `Proszę usunąć mój adres z listy.
Nie życzę sobie więcej takich wiadomości.
Proszę mnie wypisać.
Przestańcie do mnie pisać.
Wypisz mnie z tej listy.
Proszę nie wysyłać mi więcej ofert.
Żądam usunięcia moich danych z Państwa bazy.
Skąd macie mój adres? Usuńcie go natychmiast.
Rezygnuję z subskrypcji.
Nie chcę już dostawać maili od Pana.
Ta bort mig från listan, tack.
Sluta skicka mejl till mig.
Jag vill inte ha fler utskick.
Avregistrera mig.
Vänligen radera min adress ur ert register.
Hör inte av er igen.
Jag undanber mig fler mejl från er.
Mejla mig aldrig mer.
Fjern mig fra listen, tak.
Stop med at skrive til mig.
Jeg vil ikke have flere mails.
Afmeld mig venligst.
Slet min adresse fra jeres register.
Kontakt mig ikke igen.
Jeg frabeder mig yderligere henvendelser.
Fjern meg fra listen, takk.
Slutt å sende meg e-post.
Jeg vil ikke ha flere henvendelser.
Meld meg av.
Slett adressen min fra registeret deres.
Ikke kontakt meg igjen.
Jeg ønsker ikke flere e-poster fra dere.
Poistakaa minut listalta.
Lopettakaa sähköpostien lähettäminen minulle.
En halua enää viestejä teiltä.
Peruuttakaa tilaukseni.
Poistakaa osoitteeni rekisteristänne.
Älkää ottako enää yhteyttä.
Älkää lähettäkö minulle enää mitään.
Vyřaďte mě prosím ze seznamu.
Přestaňte mi psát.
Nepřeji si další e-maily.
Odhlaste mě.
Smažte mou adresu z databáze.
Už mě nekontaktujte.
Nechci od vás dostávat žádné nabídky.
Beni listenizden çıkarın.
Bana bir daha e-posta göndermeyin.
Artık mesaj almak istemiyorum.
Aboneliğimi iptal edin.
Adresimi veritabanınızdan silin.
Lütfen benimle bir daha iletişime geçmeyin.
Mail atmayı bırakın.
配信を停止してください。
今後メールを送らないでください。
リストから削除してください。
私のアドレスを消去してください。
もう連絡しないでください。
メールは不要です。配信解除をお願いします。
二度と連絡してこないでください。`

// noOptOuts use their words and mean something else.
const noOptOuts = `Nie, dziękuję, mamy już dostawcę.
Proszę wysłać mi więcej informacji.
Usunęliśmy ten problem w zeszłym roku.
Czy można zrezygnować w każdej chwili?
Nej tack, vi har redan en leverantör.
Skicka gärna mer information.
Vi tog bort vår växel förra året.
Kan man avsluta när som helst?
Nej tak, vi har allerede en leverandør.
Send gerne mere information.
Vi fjernede vores omstilling sidste år.
Kan man opsige det når som helst?
Nei takk, vi har allerede en leverandør.
Send gjerne mer informasjon.
Vi fjernet sentralbordet i fjor.
Kan man si opp når som helst?
Ei kiitos, meillä on jo toimittaja.
Lähettäkää lisätietoja.
Poistimme vaihteen viime vuonna.
Voiko sen irtisanoa milloin tahansa?
Ne, děkuji, dodavatele už máme.
Pošlete mi více informací.
Ústřednu jsme loni zrušili.
Dá se to kdykoli vypovědět?
Hayır teşekkürler, tedarikçimiz var.
Daha fazla bilgi gönderin lütfen.
Santralimizi geçen yıl kaldırdık.
İstediğimiz zaman iptal edebilir miyiz?
いいえ、すでに取引先があります。
詳しい資料を送ってください。
昨年、電話交換機を撤去しました。
いつでも解約できますか。`

// TestOptOutLanguages holds that none is missed and none invented.
func TestOptOutLanguages(t *testing.T) {
	t.Parallel()
	for want, list := range map[bool]string{true: optOuts, false: noOptOuts} {
		for text := range strings.Lines(list) {
			text = strings.TrimSpace(text)
			raw := "From: Dana Voss <dana@kestrel.example>\nTo: Ana Lima <ana@lima.example>\nSubject: Re: Calls\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n"
			if r := replies.Read([]byte(raw), replies.Context{}); (r.Intent == replies.IntentOptOut) != want {
				t.Errorf("%s, want an opt-out: %v: %s %v", r.Intent, want, text, r.Evidence)
			}
		}
	}
}
