package replies

import "strings"

// Word families: stems of one meaning over all languages, folded, so that what
// is learned of a notice in one language helps to know it in another. A stem
// stands after a space where a word must begin with it, and before one where
// it must end with it; the others are found within compounds too.

// family is one meaning and the stems that carry it.
type family struct{ name, stems string }

var families = []family{
	{"day", " monday| tuesday| wednesday| thursday| friday| saturday| sunday| mon | tue | tues | wed | thu | thurs | fri | montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag| lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | lunes | martes | miercoles | jueves | viernes | sabado| domingo| lunedi | martedi | mercoledi | giovedi | venerdi | sabato | domenica | segunda | terca | quarta | quinta | sexta |-feira| maandag| dinsdag| woensdag| donderdag| vrijdag| zaterdag| zondag| poniedzial| wtor| srode | sroda | czwart| piatek | piatku | sobot| niedziel| mandag| tisdag| tirsdag| onsdag| torsdag| fredag| lordag| sondag| maanantai| tiistai| keskiviik| torstai| perjantai| lauantai| sunnuntai| pondel| uter| stred| ctvrt| patek | patku | pazartesi| sali | carsamba| persembe| cuma|月曜|火曜|水曜|木曜|金曜|土曜|日曜"},
	{"month", " january| february| march | april| may | june | july | august| september| october| november| december| jan | feb | mar | apr | jun | jul | aug | sep | sept | oct | nov | dec | januar| februar| marz | mai | juni | juli | oktober| dezember| okt | dez | janvier| fevrier| mars | avril | juin | juillet | aout | octobre| decembre| enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre | diciembre | gennaio | febbraio | aprile | maggio | giugno | luglio | settembre | ottobre | dicembre | janeiro | fevereiro | marco | maio | junho | julho | setembro | outubro | novembro | dezembro | januari | februari | maart | mei | augustus | styczn| luteg| marca | kwietn| maja | czerw| lipca | sierpn| wrzes| pazdziern| listopad| grudn| desember| augusti | tammikuu| helmikuu| maaliskuu| huhtikuu| toukokuu| kesakuu| heinakuu| elokuu| syyskuu| lokakuu| marraskuu| joulukuu| ledna | unora | brezna | dubna | kvetna | cervna | cervence | srpna | zari | rijna | prosince | ocak| subat| nisan| mayis| haziran| temmuz| agustos| eylul| ekim| kasim| aralik"},
	{"feast", " christmas| xmas| easter| new year| bank holiday| public holiday| thanksgiving| holidays |weihnacht|ostern| pfingst|feiertag|bruckentag|jahreswechsel|silvester| fasching| karneval| noel | paques| fetes | ferie | pont | navidad| semana santa| puente| festivo| feria | fiestas| natale| pasqua| ferragosto| patrono| festivita| natal | pascoa| carnaval| feriado| consoada| kerst| pasen| pinkster|koningsdag| feestdag| oud en nieuw| carnaval| swieta| swiat| wielkanoc| jul | jule| pask| paske| joulu| paasia| vanoc| velikonoc| bayram| yilbasi|年末年始|お盆|ゴールデンウィーク|正月"},
	{"until", " until | till | til | thru | through | bis | jusqu| hasta | fino | ate | tot | do | till och med| indtil | frem til | saakka | asti | kadar |まで"},
	{"from", " from | since | as of | ab | seit | von | zum | depuis | a partir | a compter | desde | dal | dall| vanaf | sinds | per | od | fran | fra | alkaen | itibaren |から|以降"},
	{"back", " back | return| rejoin| resume| reopen|zuruck| wieder |ruckkehr| kehre | kehrt | retour| reprend| reprise| reouv| rouvr| revien| rentre| vuelv| volvem| volvere| regres| reincorpor| reabri| reanud| retom| rientr| riapr| torn| riprend| ripresa| volto | voltam| voltar| voltare| reabr| terug| weer | heropen| hervat| wrac| wroc| powrot| powroc| tillbaka| ater | aterkom| tilbage| tilbake| palaa| takaisin| vrati| zpet | navrat| donecegim| donus| tekrar|戻り|再開|出社"},
	{"absent", " absen| away | out of | ooo | not in | abroad| off today| off work| off sick| unavailable| not available| unreachable| not reachable|abwesen| ausser haus|auswarts| nicht im | nicht da | nicht am platz|nicht besetzt|nicht erreichbar| unterwegs| hors | indisponible| injoignable| ausent| fuera | no estoy| no estare| no disponible| indisponible| fuori | assen| non ci sono| irreperibil| non disponibil| fora | fora do| nao estou | nao estarei| indisponivel| afwezig| niet op | niet aanwezig| er niet| weg | buiten | onbereikbaar| niet bereikbaar| nieobecn| poza | niedostepn| borta| franvar| ej pa | inte pa | fravaer| ikke pa | bortrejst| bortreist| poissa| en ole| nepritom| mimo | disinda| degilim| yokum| uzakta|不在|外出|離れて"},
	{"vacation", "vacation| holiday| annual leave| pto |urlaub|ferien| ferie | auszeit|freigenommen| conge| vacance| vacacion| vacaci|villeggiatura| ferias| recesso|vakantie| verlof| vrij | urlop| semester| ferie| loma|vuosiloma| dovolen| izin| tatil|休暇|休み|休業"},
	{"trip", " travel| trip | on the road| flight| abroad| at sea| at a site| on site| camping| hiking| sailing| cruise|reise|dienstreise| montage| im ausland| auf tour| baustelle| kreuzfahrt| deplacement| voyage| chantier| en mer | tournee| viaje| de viaje| comision| de ruta| gira | viaggio| trasferta| in giro| cantiere| al mare | viagem| viajando| deslocacao| estrada | op reis| onderweg| zakenreis| buitenland| caravan| delegacj| podroz| resa | tjansteresa| rejse| reise| matkoi| tyomatka| sluzebni cest| seyahat| yolda|出張"},
	{"event", " conference| trade show| trade fair| seminar| training| workshop| course | retreat| offsite| off-site| in meetings| meetings all| exhibition| harvest| exam | jury| court | messe | messe| fortbildung| schulung| lehrgang| tagung| klausur| inventur| ernte| lese | besprechung| salon | formation | seminaire| congres | inventaire| vendange| recolte| reunion| feria | formacion| congreso| curso | inventario| cosecha| vendimia| fiera| formazione| convegno| corso | vendemmia| riunion| feira| formacao| congresso| curso | balanco| inventario| vindima| colheita| beurs| cursus| training| oogst| nascholing| vergadering| targi| targach| szkoleni| konferenc| massa | kurs| utbildning| messu| koulutu| veletrh| skoleni| fuar| egitim|研修|展示会"},
	{"sick", " sick| ill | illness| hospital| surgery | operation| medical leave| signed off| bereavement| funeral| recover|krank|erkrank|kranken| reha | operation| trauerfall| genes| malade| maladie| arret | hopital| hospitalis| deuil| convalesc| enferm| baja | hospital| operacion| fallecim| duelo | luto | malatt| ospedal| lutto | infortun| doente| doenca| baixa | internad| atestado| ziek| ziekte| operatie| rouw| zwolnieni| chorob| szpital| sjuk| syg| syk | sykemeld| sairas| sairau| nemocn| nemoc| rapor| hasta |病気|入院"},
	{"parent", " maternity| paternity| parental| adoption leave| sabbatical| career break| newborn| baby| little one| study leave| secondment| elternzeit|mutterschutz| babypause| nachwuchs| sabbat| maternite| paternite| parental| bebe| sabbatiqu| maternidad| paternidad| excedencia| sabatic| lactancia| maternita| paternita| maternidade| paternidade| licenca| licencia| zwangerschap| ouderschaps| bevalling| macierzynsk| rodziciel| wychowawcz| foraldraled| mammaled| pappaled| barsel| foreldreperm| permisjon| orlov| aitiys| vanhempain| opintovapa| matersk| rodicovsk| dogum|産休|育休|育児"},
	{"closed", " closed| closure| closes | closing | shut | shutdown| shuts | dark |geschlossen| schliess| zu | betriebsferien|betriebsurlaub|winterpause|sommerpause| ferme| fermeture| ferment| ferme | cerrad| cierr| cerram| chius| chiud| fechad| fecha | encerra| encerrad| gesloten| dicht | sluiten| sluit | nieczynn| zamkni| stangt| stanger| lukket| stengt| stenger| suljettu| kiinni| zavren| kapali|閉まって|閉店|閉館"},
	{"office", " office| desk | workplace| our shop| showroom| clinic | practice | surgery | studio | store | workshop| premises|buro| kanzlei| praxis| werkstatt| geschaft | laden | betrieb | schreibtisch| arbeitsplatz| bureau| cabinet| boutique| magasin| etude | atelier| oficina| despacho| tienda| taller| consulta | ufficio| uffici | studio | negozio| bottega| escritorio| loja | consultorio| gabinete| kantoor| winkel| praktijk| biuro| biurze| kontor| toimisto| kancelar| ofis|事務所|オフィス|営業"},
	{"hours", " part-time| part time| working hours| office hours| opening hours| working days| work days| business days| working day| business day| i work | do not work| dont work| hours are| open from| mornings| afternoons|teilzeit| arbeitszeit| sprechzeit| offnungszeit| burozeit| werktag| arbeitstag| vormittags| nachmittags| geschaftszeit| temps partiel| horaires| jours ouvres| ouvrables| les matins| mi-temps| horario| dias laborables| dias habiles| jornada| media jornada| part-time| orari| orario| giorni lavorativi| lavoro | dias uteis| horario| tempo parcial| expediente| parttime| deeltijd| werkdag| openingstijd| werktijd| kantooruren| godziny pracy| dni robocz| oppettid| arbetsdag| hverdag| abningstid| apningstid| arkipaiv| aukiolo| pracovni dn| pracovnich dn| oteviraci| mesai| is gunu|営業日|営業時間"},
	{"urgent", "urgent| emergenc| cant wait| cannot wait| on fire| important |dringend|eilig|notfall|notfalle| notdienst| brennt| wichtig| urgenc| brule| presse| urgen| emergenz| emergenci| spoed| dringend| pilne| pilnych| bradsk| akut | haster| hastesag| hastetilf| kiireel| nalehav| acil|緊急|至急|お急ぎ"},
	{"deputy", " deput| assistant| my colleague| colleague | colleagues| in my absence| my absence| stand-in| covering| cover for| looking after| my team| is handling|vertret| kolleg| ubernimmt| ubernehmen| springt | hutet| remplac| collegue| mon equipe| assistante| en mon absence| prend le relais| reprend mes| compañer| companer| suplent| sustitu| mi equipo| en mi ausencia| colleg| sostitu| mia assenza| fa le veci| al mio posto| coleg| substitu| minha ausencia| minha equipa| vervang| collega| waargenomen| waarneming| neemt waar| zastep| kolezan| kolega| kolleg| vikari| stedfortr| sijais| tuuraa| kolegy| zastup| meslektas| yerime|代理|担当者"},
	{"contact", " contact | please call| please contact| reach out to| get in touch with| direct | redirect| refer to| turn to| wenden sie| wendet euch| wende dich| kontaktieren| richten sie| merci de contact| veuillez| adressez| contactez| contactar| contacte | dirija| dirij| escriba a | contacto con| contattare| rivolg| scriva a | scrivere a | contatt| contacta| contate| contacte| fale com| entre em contato| neem contact| contact op| wendt u| kontakt| prosze o kontakt| prosimy| kontakta| yhteytta| obrat| iletisim|ご連絡|お問い合わせ"},
	{"mailbox", " mailbox| inbox| this address| this account| email address| e-mail address| this email | this e-mail| noreply| no-reply| email account| postfach|posteingang| diese adresse| dieses konto|mailadresse| e-mail-adresse| boite | messagerie| cette adresse| adresse mail| compte | buzon| bandeja| esta cuenta| esta direccion| direccion de correo| correo electronico| casella| questo indirizzo| account | indirizzo e| posta | caixa| este endereco| este email| esta conta| endereco| postvak| mailbox| dit adres| dit account| e-mailadres| mailadres| skrzynk| adres e| postlada| inkorg| adressen| postkasse| indbakke| innboks| postilaat| osoite| schrank| schrank| adresa| kutus| adresi|メールボックス|アドレス"},
	{"unread", " not monitored| unmonitored| not read | not be read| unread| not checked| not in use| no longer in use| no longer valid| deactivat| decommission| discontinued| retired | deleted| not been forwarded| not forwarded|ungelesen| nicht gelesen| nicht weitergeleitet| nicht uberwacht| geloscht| nicht mehr aktiv| nicht mehr gultig| deaktiv| abgeschaltet| nest pas lu| pas consult| plus consult| ne sont pas | transfere| desactiv| supprim| nest plus | no esta atendid| no atendid| no se lee| no se revis| desactiv| elimin| reenviad| non e monitor| non viene| non e piu| disattiv| inoltrat| disabilit| nao e monitor| nao monitor| nao e lida| desativ| eliminad| reencaminh| niet gelezen| niet gemonitord| opgeheven| doorgestuurd| doorgezonden| vervalt| niet meer in gebruik| nie jest monitor| nieaktywn| usuniet| overvakas| laeses ikke| leses ikke| bevakas| ei lueta| ei seurata| neni sledov| zrusen| takip edilm| okunma|監視|送信専用|ご返信できま"},
	{"received", " received | reached us| has been logged| been logged| registered | been recorded| acknowledge| receipt| arrived safely|eingegangen|eingelangt|erhalten|eingang |empfangsbe|eingangsbe| recu | recue | bien recu| reception| enregistre| pris en compte| prise en compte| recibid| recibimos| recepcion| acuse | llego bien| llegado| ricevut| ricezione| presa in carico| preso in carico| protocollat| recebid| recebemos| recebimento| rececao| recepcao| registad| registrad| ontvang| in goede orde| otrzymali| otrzyman| wplyn| mottag| tagit emot| modtag| mottatt| vastaanot| saapu| obdrzel| prijat| prijali| aldik| ulasti| alinmis|受け付け|受付|受領"},
	{"ticket", " ticket| case number| case no| reference number| reference | ref | case | vorgangsnummer|ticketnummer|vorgang| aktenzeichen| bearbeitungsnummer| numero de dossier| reference | dossier| expediente| incidencia| numero de caso| folio | pratica| numero di | protocollo | chamado| protocolo| processo | zaaknummer| referentie| kenmerk| zgloszeni| arende| sagsnummer| saksnummer| tikett| tunnus| pozadav| cislo| talep| basvuru|受付番号|問い合わせ番号"},
	{"answer", " reply| replies| respond| response| answer| get back to| hear back| be in touch| deal with| dealt with|antwort|beantwort| meldet sich| melden uns| melde mich| ruckmeldung|bearbeit| repond| repons| revenons| reviendr| traiter| traite | traitement| contestar| contestam| respond| respuesta| atender| contactaremos| rispond| risposta| ricontatt| evad| respond| respost| retorn| beantwoord| antwoord| reageren| reactie| odpow| odpis| svar| vasta | vastaa| vastau| odpov| odpis| yanit| cevap| donus yap|返信|回答|返答"},
	{"soon", " as soon as| within | shortly| earliest| in due course| in turn| delay| slow | slower| limited | sporadic| intermittent| patien| bear with|sobald| innerhalb | schnellst| umgehend| verzoger| geduld | eingeschrankt| spater| des que| dans les | sous | delai| ralenti| limite | limites| patienc| en cuanto| a la brevedad| lo antes| plazo| demora | retraso| limitad| pacienc| paciencia| appena | al piu presto| entro | ritard| saltuari| pazienz| assim que| logo que| brevemente| em breve| prazo| demorar| zo snel| zo spoedig| binnen | vertraging| beperkt| geduld | jak najszyb| w ciagu| ogranicz| sa snart| inom | begransa| begraens| begrens| forsink| mahdollisimman| rajoit| co nejdrive| behem| omezen| en kisa| sinirli|次第|以内"},
	{"thanks", " thank you| thanks for | thanks | danke | vielen dank| besten dank| merci| gracias| grazie| ringrazi| obrigad| agradec| bedankt| dank | dziekuje| tack | tak for| takk | kiitos| dekuj| tesekkur|ありがとう"},
	{"left", " left the| has left| have left| no longer with| no longer work| no longer employ| no longer part| moved on| last day| new role| former | ausgeschieden| nicht mehr fur| nicht mehr bei| nicht mehr in | verlassen | nicht mehr tatig| nicht langer| quitte| ne fait plus| ne travaille plus| fait plus partie| ya no | dejado | dejo la | causado baja| non lavora piu| non fa piu| lasciato| cessato| nao faz mais| nao trabalha| ja nao | deixou | desligou| niet meer werk| niet langer | uit dienst| verlaten | niet meer bij| nie pracuje| nie jest juz| odszedl| odeszl| slutat | arbetar inte| fratradt| ikke laengere| ikke lenger| sluttet| ei ole enaa| ei tyosken| nepracuje| odesel| odesla| ayril| calismamakta| artik|退職|退社|異動"},
	{"retired", " retire|ruhestand| in rente| pension|retraite|jubil| pensione| reform| aposent| pensioen| emeryt| pension| elakk| elak| duchod| emekli|定年"},
	{"automatic", "automat| auto-reply| autoreply| auto reply| autorespond| robot| bot | system |自動"},
	{"writer", " i am | im | i will | ill | ich bin | ich befinde| bin | je suis | je serai| estoy | estare| me encuentro| sono | saro | mi trovo| estou | estarei| encontro-me| ik ben | ben | jestem| bede | jag ar| jeg er| olen | jsem | budu "},
	{"group", " we are | we will | our office| our team| wir sind | wir haben | unser| nous sommes| notre | nos bureaux| nuestr| hemos | estamos | siamo | nostr| abbiamo | noss| estamos | wij | ons | onze | jestesmy | nasz| vi ar | vi har | vi er | meidan| nas | nase | biz "},
	{"verify", " verify| verif| confirm that| human| prove | click | quarant| whitelist| spam| captcha| bestatigen sie| klicken| confirmez| cliquez| confirme | pulse | haga clic| clicchi| clicca | confermi| clique| klik | bevestig| kliknij| potwierd| klicka| bekraft| klikk| bekraeft| bekreft| vahvista| potvrdte| dogrula|認証"},
	// What people speak of who answer our mail.
	{"interest", " interest| curious| sounds good| sounds great| love to|interess|klingt | interes| interess| intrig| zainteres| intresse| kiinnost| zajem| zajima| ilgi|興味"},
	{"price", " price| cost| quote | pricing| budget| cheap| expensive| preis| kosten| kostet| angebot| teuer| prix | cout | tarif| devis | cher | precio| cuesta| presupuesto | caro | tarifa| prezz| costa | costo| costi | preventiv| preco| quanto | orcamento| prijs| kost | offerte| duur | cen | cena | koszt| pris | priser| hinta| hinnat| fiyat| teklif|価格|料金"},
	{"your", " your offer| your product| your proposal| your tool| your company| your software| your price| ihr angebot| ihre losung| ihr produkt| ihre firma| ihre software| euer| eure | votre offre| votre solution| votre produit| votre outil| su oferta| su propuesta| su producto| tu propuesta| tu oferta| la vostra| vostro | il vostro| la sua proposta| sua proposta| vossa | sua oferta| seu produto| jullie | uw aanbod| uw product| uw oplossing| panstwa ofert| wasz| ert erbjud| jeres | deres tilbud| teidan| vase nabid|御社|貴社"},
	{"supplier", " supplier| provider| vendor| contract| already have| already use| in-house| lieferant| dienstleister| anbieter| vertrag| haben bereits| haben schon| fournisseur| prestataire| contrat| avons deja| proveedor| contrato| ya tenemos| fornitor| contratto| abbiamo gia| fornecedor| contrato| ja temos| leverancier| contract| hebben al| dostawc| umow| leverantor| leverandor| toimittaj| dodavat| tedarik|取引先"},
	{"no", " no thanks| no need| not for us| dont need| dont want| not now| kein bedarf| keinen bedarf| brauchen wir| kein interesse| nicht notig| pas besoin| pas interesse| non merci| sans suite| no necesit| no nos| no gracias| non ci | non abbiamo bisogno| no grazie| nao precis| nao temos| sem interesse| geen behoefte| geen interesse| niet nodig| nie potrzeb| inget behov| ikke brug| ikke behov| ei tarvetta| nepotreb| gerek yok|不要|結構です"},
	{"remove", " unsubscrib| remove | take me| take us| mailing list| delete my| opt out| stop |abmeld| austragen| verteiler| loschen sie| streichen| werbung| desinscri| desabonn| retirez| supprimez| dar de baja| darme de baja| borr| elimine| lista | cancell| disiscriv| togli| rimuov| remov| descadastr| retire | uitschrijv| afmeld| verwijder| haal | wypis| usun| avregistr| ta bort| afmeld| slet | slett| poista| odhlas| vymaz| listeden|配信停止"},
	{"meet", " call me| demo| a call| meeting | calendar| slot| termin | telefonat| anruf| rufen sie| passt mir| passt es| rendez-vous| rdv | appel | rappelez| reunion | llamada| llamame| llameme| cita | appuntament| chiamata| chiami | sentiamoci| reuniao| ligar | chamada| ligue| afspraak| bellen | bel me| spotkan| zadzwon| moete| mode | tapaami| puhelu| schuzk| toplanti|打ち合わせ"},
	{"ask", "? | how much| what does| who are| can you| could you| do you| konnen sie| wie viel| was kostet| wer sind| haben sie| pouvez-vous| combien| qui etes| avez-vous| puede | podria| cuanto| quien| puo | potete| quanto | chi siete| pode | poderia| quem | kunt u| kun je| wat kost| wie bent| czy | kan ni| kan i | voitteko| muzete| misiniz"},
	{"me", " me | us | mir | uns | mich | moi | nous | me | nos | mi | ci | mim | mij | ons | mnie | mig | mi | minulle | mi | bana "},
	{"greeting", " dear | hi | hello | hallo | guten tag| sehr geehrte| liebe | bonjour| hola | buenos | buongiorno| salve | ciao | gentile | bom dia| boa tarde| ola | prezad| caro | beste | geachte| dag | dzien dobry| szanown| hej | hei | dobry den| merhaba| sayin|様"},
	{"wish", " happy | wish | enjoy | best wishes|frohe| schone | schonen | joyeus| bonne | bonnes | bel ete| felices| buen | buone | buon | boas | bom | prettige| fijne | wesolych| god | gladelig| hyvaa| vesele| mutlu|🌴|🎄|🏖|☀|👶|🌊|🎉"},
	{"mails", " mails | emails | e-mails | messages | messages will| my mail| my email| my inbox| nachrichten | meine mails| ihre nachricht| ihre mail| ihre e-mail| vos messages | vos mails| mes mails| mes messages| votre message| votre courriel| su mensaje| tu mensaje| mis correos| le mail | la posta| il suo messaggio| sua mensagem| sua mail| o seu email| meus emails| uw bericht| je bericht| uw mail| mijn mail| twoja wiadomosc| panstwa wiadomosc| ditt meddelande| ditt mejl| din mail| din besked| din henvendelse| viestisi| viesti| vasi zpravu| mesaj|メール"},
}

// familyBook finds the stems of all families in one pass.
var familyBook = newPhrasebook(func() []string {
	lists := make([]string, len(families))
	for i, f := range families {
		lists[i] = f.stems
	}
	return lists
}()...)

// familiesOf names the families met in a spaced text, in its order, each stem
// once for a place.
func familiesOf(text string, most int) []int {
	var met []int
	familyBook.each(text, func(p phrase) bool {
		met = append(met, p.list)
		return len(met) < most
	})
	return met
}

// spaced parts a folded text into words, each between single spaces; numbers
// become "#", addresses "@", and letters of scripts without spaces stand alone.
func spaced(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 16)
	b.WriteByte(' ')
	for _, field := range strings.Fields(text) {
		switch {
		case strings.Contains(field, "@"):
			b.WriteString("@ ")
			continue
		case strings.Contains(field, "://") || strings.HasPrefix(field, "www."):
			b.WriteString("// ")
			continue
		}
		spaceWord(&b, field)
	}
	return b.String()
}

// spaceWord writes one field of a text in words.
func spaceWord(b *strings.Builder, field string) {
	last := byte(' ') // what was written last: a letter, "#" or a space
	for i, r := range field {
		switch {
		case r >= '0' && r <= '9':
			if last != '#' {
				if last != ' ' {
					b.WriteByte(' ')
				}
				b.WriteByte('#')
				last = '#'
			}
			continue
		case r == '-' && last == 'a' && i+1 < len(field) && !notWordRune(rune(field[i+1])):
			b.WriteByte('-')
			continue
		case r == '?' || r == '!':
			if last != ' ' {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			b.WriteByte(' ')
			last = ' '
			continue
		case r < 0x80 && notWordRune(r):
			if last != ' ' {
				b.WriteByte(' ')
			}
			last = ' '
			continue
		}
		if last == '#' {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = 'a'
	}
	if last != ' ' {
		b.WriteByte(' ')
	}
}
