package replies

// lexiconMore is how people ask for no more mail in languages whose other
// answers are left to a person.
const lexiconMore = `
[guard.egne-laesere 3 raw]
avregistrerar|avprenumererar ..3 sig
afmelder|framelder ..3 sig
# ..2 afmelder|framelder|avregistrerar|avprenumererar
melder ..3 seg av
odhlasi|odhlasuje|odhlasuji ..3 lidi|ctenaru|zakazniku|se
odhlasi #
wypisuje|wypisuja ..2 sie ..4 osob|klientow|czytelnikow
lukijaa|lukijat|tilaajaa|asiakasta ..2 peruu|peruvat
abone|aboneler|musteri ..3 cikiyor|cikar
[optout.pl 3]
skasuj*|usun*|wykres* ..5
rezygnuj* ..2 z ..3
koniec ..2 z ..2 mailami|wiadomosciami|spamem
^ wypisz|wypisac|rezygnuje|rezygnacja|wypisuje|usun|stop|usunac|usuniecie ?mnie|nas|prosze $$
prosze|prosimy|chce|chcialbym|chcialabym|zadam ..5 wypis*|usun*|skresl*|wykresl*
wypis*|usun*|skresl*|wykresl* ..2 mnie|nas|moj|moje|nasz|nasze|adres|dane ..6
wypis*|usun* ..3 z ..3 listy|bazy
nie ..3 zycze|zyczymy|chce|chcemy|wyrazam|wyrazamy ..5 otrzym*|wiadomosci|maili|mailow|kontakt*|korespondencji|sobie|zgody|dostawac
prosze ..2 nie ..3 pisac|wysylac|kontaktowac|przysylac|dzwonic
nie ..2 pisac|pisz|piszcie|wysylaj|wysylajcie|kontaktuj|kontaktowac|przysylac ..3 wiecej|juz|do_mnie
prosze ..2 przestac|zaprzestac|zaprzestanie ..5
przestan* ..3 pisac|wysylac|dzwonic|przysylac|nekac
wiecej|juz ..2 nie ..3 pisac|wysylac|kontaktowac|pisz|piszcie
sprzeciw ..5
rodo ..6 usun*|zadanie|sprzeciw
to spam
[optout.pl-inaczej 3 raw]
udaw* ..4 nie_ma|nie_istnie*|nie_znamy|nigdy
nastepn*|kolejn* ..5 prawnik*|adwokat*
[optout.sv 3]
anmal* ..4 imy|datainspektionen
radera|raderas|radering ..4
glom* ..2 mig|oss|adress*|min ..2
^ avregistrera|avprenumerera|avanmal|sluta|ta_bort|stopp|avbestall ?mig|oss|tack $$
avregistrer*|avprenumerer*|avanmal*|avbestall*
ta|tag|stryk|radera|plocka ..2 bort ..2 mig|oss|min|mina|var|mitt|vara|mejladress ..4
ta|tag|stryk|radera|plocka ..3 mig|oss|min|mina|var|mitt ..4 fran|bort|ur|listan|listor|register|adress|uppgifter|mailadress
vill|onskar|onskas ..3 inte ..4 mejl|mail|utskick|kontaktad|ha|fa|bli
inga|inte ..2 fler|mer|flera|langre ..3 mejl|mail|utskick|mailen|brev|kontakt|skicka|maila|mejla|kontakta|reklam|tack
skicka|maila|mejla|kontakta|skriv ..4 inte|inget|inga|aldrig ..4 mer|fler|igen|langre
sluta ..3 skicka|maila|mejla|kontakta|skriva|spamma|hora
lat|lamna ..2 mig|oss ..2 vara|ifred|i_fred
hor ..2 inte ..2 av
[optout.sv-annars 3 raw]
latsas|som_om ..4 inte ..2 finns|fanns
nasta ..5 advokat*|polisen
stryk ..2 mig|oss
[optout.da 3]
glem|glemme ..2 os|mig ..3
slet|slettet|slette ..3
klager|anmelder ..5
^ afmeld|afmelde|afmelding|frameld|slet|stop ?mig|os|tak|venligst $$
afmeld|afmelde|frameld|framelde ..4
fjern|slet|stryg ..3 mig|os|min|mine|vores|mit ..5
onsker|vil ..3 ikke ..5 mail|mails|e|henvendelser|kontaktes|modtage|flere|kontaktet
ikke|ingen ..2 flere|mere|laengere ..3 mail|mails|e|henvendelser|beskeder|reklamer|kontakt|tak|skriv|skrive
skriv|kontakt|send|mail ..4 ikke|ingen|aldrig ..3 mere|igen|flere|laengere
stop ..2 med ..2 at ..2 skrive|sende|maile|kontakte
lad|lade ..1 mig|os ..2 vaere|fred
[optout.da-ellers 3 raw]
som_om ..3 ikke|aldrig ..2 findes|fandtes
naeste ..5 advokat*
[optout.no 3]
onskjer|onsker ..2 ikkje|ikke ..5 meldingar|meldinger|epost|e|mail
vil slippe
slett|slette|sletter ..3
klager ..4 forbrukertilsynet|datatilsynet
reservert ..4 reklame
ta meg|oss ut|av|bort
ikke en mail ..2 til
^ meld_meg_av|avmeld|avmelding|slett|stopp|fjern ?meg|oss|takk $$
avmeld*|meld_meg_av|meld_av
fjern|slett|stryk|ta ..3 meg|oss|min|mine|vare|var|mitt|adressen ..5 fra|bort|adresse|liste|lista|listen|opplysninger|data|epost|info
fjern|slett meg|oss
onsker|vil ..3 ikke ..5 epost|e|mail|henvendelser|kontaktes|motta|flere|kontaktet|ha
ikke kontakt|skriv|send ..4 igjen|mer|lenger
ikke|ingen ..2 flere|mer|lenger|mere ..3 epost|e|mail|mailer|henvendelser|meldinger|reklame|kontakt|takk|skriv
skriv|kontakt|send|mail ..4 ikke|ingen|aldri ..3 mer|igjen|flere|lenger
slutt ..2 a ..2 sende|skrive|maile|kontakte
la ..1 meg|oss ..2 vaere|fred
[optout.no-ellers 3 raw]
som_om ..3 ikke|aldri ..2 finnes|fantes
neste ..5 advokat*
[optout.fi 3]
unohtakaa|unohda ..3
riittaa ..3
ilmoituksen ..3 tietosuoja*
kieltaneet|kieltanyt ..3
suoramarkkinointi*|suoramarkkinoinnin ..3
^ poista|lopeta|peruuta|peru|stop|lopettakaa|poistakaa ?minut|meidat|kiitos $$
poista|poistakaa|poistaa|poistamaan ..3 minut|meidat|osoitteeni|sahkopostini|tietoni|yhteystietoni|osoitteemme|tietomme|listalta|rekisterista|nimeni|postituslistalta ..4
poist* ..4 listalta|listoilta|rekisterista|rekistereista|postituslistalta
ala|alkaa|alka ..2 lahettako|laheta|ottako|kirjoittako ..5
en|emme|ala|alkaa|ei ..3 halua|enaa|toivo|halunnut ..5 viesteja|posteja|sahkoposteja|vastaanottaa|laheta|lahettako|lahettaa|ottaa|postia|yhteytta|mitaan|kirjoita|yhteydenottoja
ei enaa ..3
lopet* ..5 lahett*|viest*|postitus*|yhteydenotot|tama|spamm*
peruut*|peru ..3 tilaus*|uutiskirje*
jattakaa|jata ..2 rauhaan
[optout.fi-muuten 3 raw]
ettei ..3 ole|olisi olemassa
seuraava ..4 asianajaja*|lakimie*
pyyhki* ..2 nimeni|nimemme|minut|meidat
[optout.cs 3]
skrtnete|vyskrtnete ..4
s_tim ..2 pokoj
laskave pokoj
vymaz|vymazani ..4 udaju|osobnich
nevyzadan* ..3
^ odhlasit|odhlaste|odhlas|odhlaseni|vymazte|zruste|stop ?me|nas|prosim $$
odhlas*
vyrad*|vymaz*|smaz*|odstran*|vyskrtn* ..3 me|nas|muj|mou|moje|nase|mne|nasi|moji|adresu|z|ze|udaje ..5
uz|jiz ..2 nepiste|neposilejte|nekontaktujte|nezasilejte ..3
nepiste|neposilejte|nekontaktujte|nezasilejte|neobtezujte ..3 
neprej*|nechc* ..4 dostavat|zasil*|kontaktov*|maily|zpravy|e|nabidky|nic|zadne|od_vas
zadne dalsi|emaily|maily
prestante ..5
dejte ..2 pokoj
[optout.cs-jinak 3 raw]
jako ..3 neexistoval*|neexistuj*
dalsi ..5 pravnik*|advokat*
skrtnete ..2 me|nas|si_nas
[optout.tr 3]
yeter ..3
onayim|iznim ..2 yok*
sikayet ..4
silin|siliniz|cikarin|cikariniz $
^ listeden_cikar|cikar|durdur|iptal|dur|sil|abonelikten_cik ?lutfen|beni $$
listeden|listenizden|listeden|listenizdeki|veritabanindan|veritabaninizdan ..4 cikar*|sil*|kaldir*
adresimi|beni|bizi|bilgilerimi|mailimi|adresimizi|e|verilerimi ..5 sil*|cikar*|kaldir*
bir_daha|daha_fazla|artik ..5 yazma*|gonderme*|mail_atma*|istemiyor*|rahatsiz|aramay*|atmay*
istemiyorum|istemiyoruz|gondermeyin|yazmayin|gondermeyiniz|yazmayiniz|atmayin|atmayiniz
abonelik* ..3 iptal|cik*
kvkk ..6
rahatsiz etmeyin
[optout.tr-baska 3 raw]
tanimamis|yokmusum|yokmusuz|hic_tanimamis
sonraki ..4 avukat*
defter* ..2 sil*
[optout.ro 3]
^ dezabonare|dezabonati|stop|stergeti ?ma|va_rog $$
dezabon*
sterge*|elimin*|scoate* ..3 ma|adresa|datele|din ..4
nu ..3 mai ..4 trimite*|scrie*|contacta*|primesc|primi|doresc
[optout.hu 3]
^ leiratkozas|leiratkozom|torles|torolje|toroljenek $$
leiratkoz*|iratkozz*|torol*|tavolits* ..4
ne ..3 kuldjon|kuldjenek|irjon|irjanak|keressen|zavarjon|kuldj|irj ..4
nem ..3 kerek|szeretnek|kivanok ..4 levelet|emailt|uzenetet|tobb
[optout.ru 3]
^ отписаться|отпишите|отписка|стоп|удалите|отпишите_меня $$
отпиш*|отписа*
удал* ..3 меня|мой|мои|нас|наш|адрес|данные|из ..4
не ..3 пишите|присылайте|беспокойте|отправляйте|хочу|присылать|писать|звоните ..4
больше не ..4
хватит|прекратите ..4
уберите|исключите ..2 меня|нас|адрес|из
[optout.uk 3]
відпиш*|відписа*
видал* ..3 мене|мою|мої|адресу|дані|з ..3
не ..2 пишіть|надсилайте|турбуйте ..4
[optout.el 3]
διαγραψτε|διαγραφη|διαγράψτε|διαγραφή|διαγραφω|απεγγραφη ..5
μη|μην|δεν ..3 στελνετε|στειλετε|θελω|επιθυμω|επικοινωνησετε|ξαναστειλετε ..4
[optout.sk 3]
odhlas*|odhlás*
vyrad*|vymaz*|vymaž* ..3 ma|nas|z|zo|adresu ..3
neposielajte|nepiste|nekontaktujte ..3
[optout.hr 3]
odjav*|odjavite
uklonite|izbrisite|obrisite|maknite ..3 me|nas|moju|adresu|s|sa|iz ..3
ne ..3 saljite|pisite|kontaktirajte|zelim|zelimo ..4 
[optout.ca 3]
doneu|donar ..2 de baixa
doneu_me|esborreu_me|elimineu_me|elimineu|esborreu ..4
no ..2 vull|volem|m_envieu|envieu|escrigueu|contacteu ..4 mes
[optout.ja 3]
し つ こ い
弁 護 士
忘 れ て く だ さ い
何 も 送 ら な い
連 絡 し て く る な
^ 解 除 $$
案 内 は 不 要
ご 案 内 は 結 構
送 っ て く る な
配 信 停 止
配 信 を 停 止
配 信 を 止
配 信 解 除
配 信 不 要
登 録 を 解 除
登 録 解 除
購 読 解 除
メ ー ル を 送 ら な い
送 ら な い で
送 信 し な い で
送 信 を 停 止
送 ら な い よ う
連 絡 し な い で
連 絡 は 不 要
連 絡 不 要
ご 連 絡 は 控
メ ー ル は 不 要
メ ー ル 不 要
今 後 の メ ー ル は
リ ス ト か ら 削 除
リ ス ト か ら 外
ア ド レ ス を 削 除
削 除 し て く だ さ い
削 除 し て 下 さ い
削 除 を お 願 い
削 除 願
退 会
迷 惑 メ ー ル
送 付 を 停 止
送 付 は 不 要
営 業 メ ー ル は お 断 り
お 断 り し ま す
[optout.zh 3]
退 订
退 訂
取 消 订 阅
取 消 訂 閱
不 要 再 发
不 要 再 發
请 勿 再
請 勿 再
别 再 发
停 止 发 送
停 止 發 送
删 除 我
刪 除 我
从 名 单
移 除 我
不 想 再 收 到
不 要 再 联 系
[optout.ko 3]
수신거부*
수신 거부
그만 보내*
보내지 마*|말*
메일을|이메일을|연락을|연락 ..2 원하지|보내지|하지 ..3
삭제해 ..3
구독 취소|해지
[optout.ar 3]
الغاء|إلغاء ..2 الاشتراك
احذف*|أحذف*|ازل*|أزل* ..4
لا ..2 ترسل*|تراسل* ..3
توقف* ..3
[optout.he 3]
הסר*|הסירו|תסיר* ..3
להסיר|הסרה ..3
אל|לא ..2 תשלח*|לשלוח ..3

// ---- other answers, only their plainest forms
[decline.pl 3 raw]
nie ..3 zainteresowan*|potrzebujemy|potrzebuje|skorzystamy|skorzystam|interesuje|planujemy|dziekuje|dziekujemy
nie|dziekuje dziekuje|nie|dziekujemy
mamy|korzystamy ..2 juz ..4
[decline.nordic 3 raw]
inte|ikke|ikkje ..3 intresse*|interesse*|aktuelt|behov|brug|bruk|nagot_for|noe_for|noget_for
nej|nei ?men tack|tak|takk
tack|tak|takk men ..3 nej|nei|inte|ikke|vi
har ..2 allerede|redan|alt ..4
fornojda|fornoyde|forn-oyd|tilfredse|tilfreds|fornoyd|fornojd ..4
passer|passar ..1 inte|ikke
[decline.fi 3 raw]
ei ..2 kiitos|tarvetta|kiinnosta
emme|en ..2 tarvitse|ole_kiinnostuneita|ole_kiinnostunut
[decline.cs 3 raw]
nemame|nemam ..2 zajem
nepotrebujeme|nepotrebuji|nezajima
ne dekuji|dekujeme|diky
mame ..2 sve|uz|vlastni|dodavatele
[decline.tr 3 raw]
ilgilenmiyor*|ihtiyacimiz_yok|ihtiyac_yok|dusunmuyoruz|gerek_yok|tesekkurler_ama
[decline.ja 3 raw]
見 送
見 合 わ せ
間 に 合 っ て
必 要 あ り ま せ ん
必 要 ご ざ い ま せ ん
予 定 は ご ざ い ま せ ん
予 定 は あ り ま せ ん
不 要 で す
辞 退
現 状 の ま ま
[buying.more 3]
cennik|cene|oferte|wycene ..3
pris|prisen|priser|offert|offerte|tilbud|prislista|prisliste ..3
hinta|hinnasto|tarjous|tarjouksen ..3
cenik|cenu|cena|nabidku ..3
fiyat|fiyati|teklif ..3
料 金
価 格
見 積
[interested.more 3]
prosze ..1 o ..1 cennik|oferte|wiecej|wycene|informacje|szczegoly|przeslanie
chetnie
skicka|send ..2 garna|gjerne|gerne|mer|mere|over|mig|meg|info|materiale|pris
kerro|lahettakaa|laheta ..2 lisaa|tietoa|hinta|tarjous
poslete|poslite|zajima ..2 
gonder* ..3 misiniz|lutfen
送 っ て く だ さ い
詳 し く
興 味 が あ り ま す
[defer.more 2 raw]
odez* ..5
prosze ..2 wrocic|zadzwonic|napisac ..4
hor|ta|kontakta|skriv|aterkom ..2 av|kontakt|mig|igen|gerna ..5
kontakt|skriv|ring|ta_kontakt|vend|prov|spor ..3 mig|meg|igen|tilbage|os|oss|gerne ..5
ota|otathan|palataan|palaa ..3 yhteytta|asiaan ..4
ozvete|zkuste|napiste ..5
konusalim|yazin|arayin|donelim|gorusalim ..2
改 め て
ま た
`
