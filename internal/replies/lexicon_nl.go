package replies

// lexiconNL is how people say it in Dutch and Flemish.
const lexiconNL = `
def my = mijn|m|onze|ons|deze|dit|alle|al|het|de
def data = adres|adressen|mailadres|emailadres|gegevens|naam|email|e|mail|nummer|contactgegevens|persoonsgegevens|contact|account
def list = lijst|lijsten|bestand|bestanden|mailinglijst|mailinglist|verzendlijst|maillijst|database|systeem|nieuwsbrief|adressenbestand|distributielijst|adresboek|crm|campagne|mailing|mailings|administratie|databank|adressenlijst|ontvangers|contactenlijst|verzendlijsten|mailinglijsten|mailbestand|klantenbestand|adreslijst|relatiebestand
def mails = correspondentie|mail|mails|e|email|emails|berichten|bericht|reclame|spam|nieuwsbrief|nieuwsbrieven|post|contact|informatie|aanbiedingen|post|reclamemail|mailtjes|mailtje|herinneringen|benaderingen|acquisitie|brieven|berichtjes|rommel
def time = maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|morgen|overmorgen|vandaag|vanmiddag|vanavond|vanochtend|morgenochtend|morgenmiddag|ochtend|middag|volgende_week|komende_week|straks
def meet = afspraak|gesprek|belafspraak|call|demo|demonstratie|meeting|kennismaking|bezoek|overleg|koffie|kop_koffie|telefoongesprek|videogesprek|teams|zoom|belletje|kennismakingsgesprek|presentatie|rondleiding
def again = weer|opnieuw|nog_eens|nogmaals|nog_een_keer|later|terug|dan|eens|nog
def contact = contact|mailen|bellen|benaderen|proberen|vragen|melden|schrijven|langskomen|terugkomen|mail|bel|probeer|benader|vraag|schrijf|kom|stuur|neem|herinner|meld

[optout.afmelden 3]
zet|zetten|haal|gooi|schrap|laat|veeg mij|me|ons er ..3 af|uit|vanaf
mij|me|ons ..4 vergeten|wissen|schrappen|verwijderen ?aub|graag|maar $
moet|moeten|moogt|mag|kan|kunt ..3 ons|mij|me ..1 wissen|vergeten|schrappen|verwijderen
adres|naam|gegevens|nummer eruit|eraf|weg|uit_dat|uit_uw|uit_jullie
gegevens ..5 weg|verdwijnen|eruit
graag|alle|allemaal ..3 eraf|eruit ?graag|aub $
uit uw|jullie|je|dat ..2 @list|lezersbestand ..2 verdwijn*
eraf|hiervan komen|kom
opnemen|op_te_nemen|zetten ..2 in|op ..1 uw|jullie blokkeerlijst|blacklist|zwarte_lijst
afgemeld ..4 keer|al|toch|nog
zeg ..4 op $
haal|haalt|halen|schrap|verwijder|laat me|mij|ons ..2 hieruit|eruit|eraf|ertussenuit
haal|haalt|halen ..1 het|hem|haar|me|mij|ons|dit|adres er ..2 af|uit|vanaf|tussenuit
mijn|ons|onze ..3 hieruit|eruit|eraf|ertussenuit|ervan ..2 gooien|halen|schrappen|verwijderen|knikkeren|gooi|haal|laten
me|mij|ons ..2 hieruit|eruit|eraf|ertussenuit|ervan ..2 gooien|halen|schrappen|verwijderen|knikkeren|gooi|haal|laten|flikkeren
gooi|gooit|knikker|kieper|kick|flikker|smijt|zet ..1 me|mij|ons ..3 eruit|eraf|uit|van|hieruit
u|jullie|je mij|me|ons ..1 wist|schrapt|verwijdert|uitschrijft|afmeldt|uitschrijven|schrappen|vergeet
wis|schrap|verwijder|vergeet|wist|schrapt me|mij|ons ?maar|aub|graag|even|dan|alstublieft|svp $
van|uit ..2 @list af|geschrapt|gehaald|verwijderd|weg|halen|verdwijnen
haal|haalt|halen ..3 me|mij|ons|mijn|dit ..3 eraf|eruit|weg
waar|hoe ..4 opzeggen|afzeggen|stopzetten
^ afmelden|uitschrijven|afmelding|uitschrijving|verwijderen|verwijder|stop|stoppen|uitschrijf|unsubscribe|opzeggen|schrap ?aub|svp|graag|alstublieft|bedankt|dank|meteen $
afmelden|uitschrijven|afgemeld|uitgeschreven|afmelding|uitschrijving ..4 
meld|schrijf|schrijft|haal|haalt|verwijder|verwijdert|schrap|gooi|streep|halen|verwijderen|schrappen|wis ..3 me|mij|ons|mijn|m|onze|deze|dit ..6 af|uit|van|weg|adres|gegevens|lijst|bestand|mailadres|email|naam|mailinglijst|door
graag|wil|willen|kunt|kan|kun|gelieve|verzoek|zou|hoe|waar ..6 afmelden|uitschrijven|verwijderen|uitgeschreven|afgemeld|verwijderd|schrappen|wissen
@my @data ..5 verwijderen|wissen|schrappen|verwijderd|gewist|uit_uw|uit_jullie|uit_je|uit_het|uit_de|van_uw|van_jullie|van_de
uit|van ..2 uw|jullie|je|de|het|alle|dit ..1 @list ..5 
uit|van ..2 uw|jullie|je|de|deze @list
wis|wissen|verwijder|verwijderen|vernietig|schrap ..3 @my ..2 @data
[optout.geen-mail 3 raw]
adres|nummer|mail ..2 niet meer ..1 gebruik*
^ onmiddellijk|direct|meteen|graag verwijderen|wissen|schrappen|stoppen
geen ..3 plek|plaats voor acquisitie|reclame|verkoop
vragen ..1 ermee|hiermee|daarmee ..2 op_te_houden|te_stoppen
gedaan|afgelopen|klaar|wegwezen ..2 met ..3 @mails
wil|willen|wens ..3 dat|dit|ze ..1 niet|nie ..1 meer ..3
nie ..1 meer ..3 krijgen|hebben|horen|ontvangen
niet ..1 meer doen
niet ..1 langer op ..2 @list
sparen|verschonen|gespaard|verschoond van|voor ..4
stop|stopt|hou|houd ..3 mee|er_mee|ermee|daarmee ?aub|nu|eens ?op $
daar ..2 nu ..2 op
^ ophouden|stoppen ?nu|graag|aub $
ervoor|voor zorgen ..3 dat ..2 ophoudt|stopt|eindigt
mail|bel|schrijf ..1 me|mij|ons ..1 niet ..4 niet|nooit|meer|weer
mail|schrijf|bel mij|me|ons nooit|niet ..1 weer|meer|opnieuw
nooit ..1 meer ?eigenlijk|graag|aub $
niet|nie ..2 wil|willen ..2 dat ..1 u|jullie|je ..2 schrijft|mailt|belt|stuurt
je mailt niet
zonder|geen verkoopmails|reclamepost|vakpost|voorstellen|nieuwsbrief ..2 ontvangen|meer|graag
geen ..1 verkoopmails|reclame|nieuwsbrieven ..2 willen|wensen|ontvangen
nieuwsbrief|mails|reclame|mailtjes ..2 hoef|hoeft|mag|mogen ..3 niet|eruit|stoppen|weg|ophouden
hoef ..2 reclame|nieuwsbrief|mails ..1 niet
helemaal niet meer
hoor|horen ..2 graag ..1 niets|niks ..1 meer
punt achter|erachter ..2
als|dat|mag ..1 dit|deze de laatste ..1 was|is|zijn|mag|blijft
laat ze|het ..2 achterwege|hier ..1
vergeten ..2 ons|mij|me|menneke
houd|hou|hou_ze ze voor ..1 je|u
geen ..1 vervolgmail*|herinneringsmail*|reclamemail*|reminders|opvolgmail*|reclamepost|herinnering|mailing*|acquisitiemail*|commerciele
afspreken|hopen|hoop|graag|laat|laten ..3 dit|dat|deze ..2 laatste ..1 was|is|mail|zijn|bericht
^ kappen|kap|ophouden|oprotten|genoeg nou|nu|ermee|hiermee|met|maar|eens ?nou|nu|aub $
kap|kappen|stop|ophouden ?nou|nu ermee|hiermee|met ..3
laat|laten ..2 me|mij|ons|hem|haar ..3 gerust|met_vrede
niemand|geen_van ..4 wil|wenst|willen ..3 @mails|horen|ontvangen|benaderd
nooit_meer ..3 @mails|mailen|schrijven|horen|iets|benaderen
nooit ..1 meer ..2 mailen|schrijven|horen|iets|benaderen|sturen|contact
bespaar|spaar ..1 me|mij|ons|u|jezelf|je|uzelf ..4 @mails|volgende|rest
lezen|nemen|accepteren|willen|dulden|doen ..3 geen ..2 reclame|spam|acquisitie|koude_acquisitie|reclamemail|ongevraagde
blijf|handen|poten|weg ..1 van|uit|af mijn|onze|m ..1 mailbox|inbox|adres|postvak|mailadres|lijf
klaar|afgelopen|schluss|einde|basta ..1 met ..3 @mails
hou|houd op|mee ..4
rot ..1 toch ..1 op
liever niets|niks ..2 meer ..3
niet meer aan_mij|aan_ons
verwijder ..3 het|dit|mij ..2 vandaag|direct|meteen|nog
gevraagd ..2 te stoppen|verwijderen
berichten|mails|mailtjes ..2 stoppen|ophouden
klacht ..3
geblokkeerd
geen reclame|spam|acquisitie
nooit|niet ..4 aangemeld|ingeschreven|opgegeven|toestemming|om_gevraagd
geen|nooit|niets|niks ..4 @mails ..3 meer|van_jullie|van_u|hierover|sturen|zenden|ontvangen|toesturen|aub
geen|nooit|niets|niks ..2 meer ..4 @mails|sturen|ontvangen|horen|mailen|toesturen|contact|benaderen|benaderd|zenden|krijgen|toe|lastig
geen|nooit ..1 @mails meer
^ geen @mails
niet|nooit ..2 meer|langer|verder|opnieuw|weer ..4 mailen|mail|benaderen|benaderd|contact|schrijven|sturen|storen|lastigvallen|bellen|lastig|benader|contacteren|gecontacteerd|aanschrijven|opnemen|schrijf|stuur|stuurt|mailt
mail|stuur|stuurt|schrijf|benader|contacteer|bel|mailt|zend|val ..3 me|mij|ons|niets|niks|niet|nooit|geen ..4 meer|niets|niks|nooit_meer
^ niets|niks meer ?aub ?graag $$
stop ..3 met|aub|dit|hiermee|ermee|deze|nu|alstublieft ..2 mailen|sturen|mails|berichten|spam|reclame|schrijven|mij|me|bellen
stop ..1 dit|hiermee|ermee|nu|aub $
stop|hou|houd|houdt|ophouden ..2 ?eens|nou met|op|hiermee ..4 mailen|sturen|schrijven|mails|spammen|op|lastigvallen|dit|berichten
^ stop ?aub|svp|graag $$
laat|laten ..2 me|mij|ons ..3 rust
met rust
val ..3 lastig
rot|sodemieter|donder|lazer op
wil|willen|wens|wensen|hoef|hoeven ..4 geen|niets|niks|niet ..4 @mails|ontvangen|meer|horen|benaderd|toegestuurd
ongevraagd*|ongewenst* ..3
nooit|nergens ..5 gevraagd|aangemeld|toestemming|ingeschreven|opgegeven|akkoord
geen|zonder toestemming
geen prijs op
niet|geen ..2 gediend|prijs
verzoek|verzoeken ..5 te staken|stoppen|verwijderen|beeindigen
laatste ..1 mail|keer|bericht|waarschuwing
[optout.juridisch 3]
bezwaar ..6
avg ..8 verwijder*|verzoek|recht|bezwaar|klacht|overtred*|wis*|inzage
autoriteit persoonsgegevens
klacht|advocaat|aangifte|juridische|acm ..5
recht op|van ..2 vergetelheid|gegevenswissing|bezwaar
spammen|spammers|spammer ..3
^ spam $
dit|uw|jullie|is|puur|pure|als|deze|je|in|bij ..2 spam ..3
stop|genoeg|meer|markeer|meld|gemeld|zat|beu|kappen ..3 spam
blokkeer|geblokkeerd|blokkeren|rapporteer ..3
stalken|intimidatie
[optout.genoeg 2]
beeindigd|afgesloten|gesloten ..1 beschouw*
beschouw* ..4 beeindigd|afgesloten|gesloten
genoeg ..2 mails|nu|geweest
^ genoeg
hoe ..5 adres|mailadres|gegevens ..8 verwijder*|wis*|weg
[optout.alsof 3 raw]
alsof|doe_alsof|net_alsof ..5 niet|nooit|dood|verhuisd ..4 besta|bestaan|bestaat|bestond|bestonden|gehoord|gezien|gevonden|geschreven|ben|geboren
vergeet|vergeten ..2 dat ..3 besta|bestaan|bestaat|ooit|gevonden|bestond
[optout.laatste 3 raw]
genoegen|blij|fijn|graag|opluchting|dankbaar|vreugde|heerlijk|prettig|mooi|plezier ..6 laatste $
genoegen|blij|fijn|opluchting|dankbaar|vreugde|heerlijk|prettig|mooi|plezier ..6 laatste ..2 was|is|mail|bericht|keer|zou|blijft|van
[optout.onbekenden 3 raw]
elkaar ..2 niet|nooit ..1 kennen|kenden|gezien|ontmoet
streep ..2 door ..2 naam|adres
ongelezen|ongeopend ..4 prullenbak|weg|vuilnis|spam|papiermand
laat|laten ..1 haar|hem|mijn_moeder|mijn_vader|ze|hen ..2 rust
staken|beëindigen|stoppen|eindigen ..1 alle ..1 @mails|benadering|correspondentie
@mails|benadering|correspondentie|zendingen ..2 te staken|beëindigen
verdwijn|ga|blijf|ophoepelen ..1 uit mijn|onze|m mailbox|inbox|postvak|leven|mail
[optout.in-bestand 3 raw]
niet|geen ..2 langer|meer ..2 in|op|tussen ..2 bestand|bestanden|lijst|lijsten|contacten|adressenbestand
[optout.recht 3 raw]
recht op|van verwijdering|wissing|vergetelheid|bezwaar
trek|trekken ..4 toestemming ..2 in
blijf|blijft ..3 niet ..1 schrijven|mailen|sturen
[optout.geen-lijst 3 raw]
op|in geen ..2 lijst|lijsten|bestand
[optout.volgende 3 raw firm]
volgende|nog_een|nog_eentje|eentje ..6 advocaat|advocate|jurist|prullenbak|spam*|acm|politie|klacht|toezichthouder|blokkeer*
als|mocht ..5 nog|weer ..3 van jullie|u|je
[optout.in-spamfilter 3 raw firm]
je|jij|u|jullie ..5 spamfilter|spambox|spammap|spam|prullenbak|blokkeerlijst|zwarte_lijst ..1 vanaf_nu|voortaan|nu|bespaar*|al
je|jij|u|jullie ..3 vanaf_nu|voortaan|nu|vanaf_vandaag|sinds_vandaag ..3 spamfilter|spambox|spammap|spam|prullenbak|blokkeerlijst
[optout.namens 3 raw]
wil|wenst|wilt ..4 niet|geen|niets ..4 benaderd|benaderen|gemaild|gecontacteerd|ontvangen|lastiggevallen
hier|ons ..2 niets|niks ..1 meer ..2 naartoe|sturen|bezorgen|afleveren
[optout.weg-adres 3 raw]
gooi|vergeet|verlies|verbrand|scheur ..2 @my ..1 @data
streep|streept|schrap|schrapt ..1 ons|me|mij ..2 door|weg|af
geen mail|mails|mailtje ..3 geen
[guard.niet-afmelden 3 raw]
uit ..1 de|het gratis|proefversie|betaalde|basis*|versie
wissen|verwijderen jullie|u ..2 gegevens ..4 als|na|na_afloop|wanneer
moeder ..6 aangifte
boete ..6 aangifte
van de lijst|administratie ..1 de|zijn
waar|net|daar ..5 voor ..3 uitgeschreven|afgemeld
spam bij|in|op|van ons|onze|de_webshop|onszelf
onze|ons|tegen|nul ..2 spam
onze|ons|mijn ..1 @list
geen|niet ..2 mails|mail|mailen|schrijven ..4 liever|maar|gewoon ..1 bellen|bel|whatsapp|app
laatste keer dat_ik|dat_we|toen|was
niet|nooit|zonder ..3 afmelden|uitschrijven|stoppen|verwijderen|afgemeld|stop|af_te_melden
afmeldpercentage|uitschrijfpercentage|afmeldingen|uitschrijvingen
spam map|folder|filter|box|bak
in de|mijn spam
regel|post|artikel|module|optie ..5 verwijder*|schrap*
klanten|mensen|deelnemers|lezers ..4 afmelden|uitschrijven|afmeld*|uitschrijf*
schrijven|zeggen|antwoorden|roepen ..1 ons|stop|geen|niet|nooit ..5
wil|wilt|wenst|wens je|u|jij|jullie ..8 afmelden|uitschrijven ..4
klant|iemand|buurman|lezer|patient ..8 gemeld|aangeklaagd|geklaagd
bijna|haast ..3 wissen|gewist|verwijder*|afgemeld
bel|bellen|langskomen ..1 niet mailen|schrijven|mail|schrijf
onze|ons|wij|we ..3 afmeldlink|afmeldlinks|afmeldpagina|uitschrijflink|uitschrijfpagina
haal|haalt|verwijder|verwijdert|wist|schrapt ..5 dubbele|dubbelen|duplicaten ..4 lijst|lijsten|bestand
haal|haalt|verwijder|verwijdert|wist|schrapt ..4 dubbele|dubbelen|duplicaten
uit ..2 cc|kopie|draad|discussie|gesprek|mailwisseling|thread|uitnodiging|conversatie|loop
genoeg|minder ?die dia|dias|slides
geen|genoeg|niet ?nog ?meer|weer ..1 pdf|pdfs|brochures|folders|folder|catalogus|catalogi|presentaties|slides|bijlages|bijlagen|links|filmpjes|theorie|papier
oude|vorige|verkeerde|andere|vroegere ..1 adres|mailadres|postvak|account|nummer
niet|niets|niks|geen|stop ..5 oude|vorige|verkeerde|andere|vroegere ..1 adres|mailadres|postvak|account|nummer
lezers|ontvangers|klanten|mensen|abonnees|leden|patienten|gasten|ouders ..5 afmelden|uitschrijven|afmeld*|uitschrijf*|stop|af
hoe ..3 ontvangers|lezers|klanten|mensen|abonnees|ze ..2 
meld|melden|meldt ..5 lezers|klanten|abonnees|leden|helft ..3 af
helft|derde|procent ..5 af|afgemeld|uitgeschreven
avg proof|conform|bestendig

[meeting.schikt 3]
@time ..6 schikt|past|kan|goed|lukt|prima|beschikbaar|vrij|uitkomt|komt_uit|gaat|tijd|werkt|akkoord|ok|oke|uit|kunnen|zit_ik
schikt|past|kan|goed|lukt|prima|beschikbaar|vrij|uitkomt|gaat|tijd|werkt|kunnen ..5 @time
tot @time
tot dan|ziens_@time
om|rond # ?uur ..4 goed|prima|kan|past|schikt|lukt
[meeting.schikt-kort 1]
^ prima|akkoord|is_goed|goed|past|lukt|top
[meeting.bellen 3]
bel|belt|bellen|opbellen|telefoneer|telefoneren ..2 me|mij|ons|maar|gerust|even|mijn|eens ..6
bel me|mij|ons|maar|gerust|even
kunnen|kan|kun|zullen|laten|graag|wil|willen|zou|zouden|mogen ..5 bellen|spreken|praten|afspreken|overleggen|elkaar_zien|ontmoeten|langskomen|kennismaken
bereikbaar ..3 op|@time|tussen
mijn nummer|mobiel|06
[meeting.afspraak 3]
@meet ..4 maken|plannen|inplannen|prikken|inschieten|regelen|inplannen|afspreken|doen|hebben|voorstellen|sturen
maak|maken|plan|plannen|inplannen|prik|prikken|stuur|sturen|zet|zetten|regel|doe|doen|willen|wil|graag|zin_in|open_voor ..4 @meet|uitnodiging|agenda|datum|moment|teams_link|linkje|tijdstip|tijden|voorstel
stuur|sturen ..4 uitnodiging|agendaverzoek|link|tijden|data
wanneer ..5 kun|kunt|kan|tijd|schikt|past|bellen|komen|uit|beschikbaar
agenda ..3
[meeting.langs 3]
kom|komt|komen|loop|spring ..4 langs|eens_langs|binnen|op_bezoek|kijken|naar_ons
langskomen|langs komen|kom
laat ..4 zien ..4 @time
[meeting.tijd 3]
kan ..2 niet ..5 wel
bel ..3 liever
liever ..3 bellen|telefonisch
of|liever|beter|kan_ook|misschien|zullen_we|wat_dacht|hoe_zit|past|schikt|kan|lukt ..4 @time ..3
verzetten|verplaatsen|verschuiven ..5
[meeting.demo 2]
@meet graag
graag|wil|willen|interesse|zie|zien ..4 @meet

[interested.zegt 3]
moet|kan ..1 beter ..1 kunnen|anders
interesse|interessant|geinteresseerd|benieuwd|nieuwsgierig ..3
klinkt|lijkt|ziet ..3 goed|interessant|leuk|handig|nuttig|precies|uit|me_wel|veelbelovend|als
graag ..3 meer|informatie|info|ontvangen|zien|horen|weten|proberen|eens|kijken
meer ..2 weten|horen|informatie|info|details|over
vertel|leg ..3 meer|eens|uit|maar
ja ?graag|hoor|leuk|doe|stuur|prima|interessant|dat
^ ja ?graag $
^ graag|doe_maar|kom_maar|prima|stuur_maar $
doe maar !rustig|gewoon|niet
kom maar ?op|door
waarom niet
zeg ..2 geen_nee
precies wat
zoeken|zoek|zijn_op_zoek|hebben_nodig|nodig|behoefte ..5
willen|wil|zou|zouden ..4 proberen|testen|uitproberen|zien|weten|bekijken|kennismaken
hoe ..3 verder|werkt|beginnen|gaan
volgende stap|stappen
kom|komt ..3 goed_uit|als_geroepen
[interested.sturen 3]
^ mail|maak|doe me|mij|ons|maar|eens|gerust ..4
stuur|stuurt|sturen|zend|geef|geeft|toesturen|opsturen|doorsturen|ontvangen|krijgen ..4 maar|me|mij|ons|eens|gerust|dat|het|jullie|offerte|info|informatie|brochure|prijzen|prijslijst|voorbeeld|voorstel|meer|details|prijsopgave|document|folder|een !niet|niets|geen
informatie|info|brochure|prijslijst|voorbeeld|voorstel|offerte|details|documentatie ..4 sturen|toesturen|ontvangen|mailen|krijgen|opsturen
[buying.prijs 3]
wat|hoeveel ..4 kost|kosten|betaal|prijs|tarief|tarieven|betalen
prijs|prijzen|prijslijst|tarief|tarieven|kosten|offerte|prijsopgave|korting|abonnementskosten|licentiekosten|kostenplaatje|prijsindicatie
per maand|gebruiker|locatie|jaar|voertuig|medewerker
opzegtermijn|contractduur|looptijd
[buying.proef 3]
eerst|even|een_keer ..1 proberen|testen
proef|proefversie|proefperiode|pilot|testversie|proefaccount|uitproberen|testen|proefmaand ..3
[buying.referentie 3]
referentie|referenties|klanten_zoals|voorbeelden_van|vergelijkbare ..3
[buying.contract 3]
contract|overeenkomst|bestelling ..4 stuur|sturen|tekenen|ontvangen|plaatsen
bestellen|afnemen|tekenen ..3
[buying.past 2]
koppel*|integr*|koppeling|compatibel|importeren|samenwerkt|aansluit*
hoe|wat ..2 lang|snel|levertijd ..6 implement*|duurt|live|invoer*
[question.wat 3]
wat ..5 doen|doet|is|houdt|bedoel|bedoelt|verkopen|bieden|precies|kan|kunnen|voor|maakt|willen
wie ..3 bent|ben|zijn|is|heeft
waar ..5 over|haalt|hebben|heeft|vandaan|gaat|komt|staan|zit
hoe ..5 kom|komt|komen|weet|werkt|verschilt|zit|aan|heten|gaat
waarom|waarmee|waarin|waardoor ..5
is|zijn|bent|ben|kennen|hebben|heb ..2 dit|u|jullie|je|jij|wij|we|het ..6
welke|welk ..6
niet|geen ..3 duidelijk|begrijp|snap|herinneren|idee_wat
[question.bezwaar 2]
maar ..4 waarom|hoe|wat

[defer.later 3]
@contact ..6 @again
@again ..4 contact|proberen|bellen|mailen|vragen|op|opnemen|benaderen|spreken|aankloppen
over ..3 weken|maanden|maand|week|jaar|halfjaar ..5 
neem|nemen|mail|bel|probeer|kom|vraag|stuur|benader|klop ..6 na|in|over|begin|eind|medio|volgend|volgende|vanaf|later|weer|opnieuw
probeer ..3 nog|opnieuw|later|na
later ..3 dit_jaar|dit|terug|nog
laten we ..3 na|in|begin|dan|later|weer
dan ..3 graag|weer|kijken|spreken|praten
[defer.once 3]
eerder niet
niet eerder
op_zijn_vroegst
pas ..2 na|in|vanaf|over|als|wanneer|begin|eind|medio|volgend|volgende|weer|terug|op|#
zodra|wanneer|als ..10 contact|bellen|mailen|weer|opnieuw|spreken|terug
misschien|wellicht ..4 later|volgend|in
[defer.when 2 raw]
na ..4 eerder|erna|dan|graag
eerst ..5 dan
tegen die_tijd
wacht|wachten ..4 tot|nog
zet ..3 op de_rol|agenda
daarna ..2 graag|prima|wel
als|wanneer ..5 begin|eind|medio
niet|niets|geen|pas|eerder ..4 voor|na|vanaf|in|dan|tot
na|vanaf|begin|eind|medio|in|volgend|volgende ..6 beter|tijd|ruimte|rustiger|kijken|graag|weer|verder|ademen|mogelijk|past|schikt|lucht
beter|rustiger|graag|weer|tijd|liever ..4 na|vanaf|begin|eind|medio|in|volgend|volgende|over
tot ..5 druk|vakantie|weg|vol
druk|vakantie|weg|vol|bezet ..5 tot
ben|zijn ..3 terug|weer
budget ..6 volgend|nieuw|januari|pas
contract ..6 loopt|tot|tot_en_met
[notnow.nu 2 raw]
nu|momenteel|op_dit_moment|voorlopig|dit_jaar|op_het_moment|even|vooralsnog|thans ..5 niet|geen|druk|niets|slecht|vol
niet|geen|slecht|druk ..4 nu|momenteel|moment|dit_jaar|het_juiste_moment|goed_moment|voorlopig
te druk|vroeg
hoogseizoen|piek|drukste|seizoen
midden in
[notnow.wij 2 raw]
nemen|neem|laten|bellen|mailen|komen|kom ..2 wij|we|ik ..6
wij|we|ik ..2 nemen|neem|laten|bellen|mailen|komen|kom ..4 contact|weten|terug|zelf

[referral.juiste 3]
verantwoordelijk|contactpersoon|aanspreekpunt|juiste|beslist|gaat_over|gaat_daarover|beheert|opvolger|vervanger ..4
bij|aan|contact ..4 collega|de_heer|mevrouw|dhr|mevr|mw
wend|vraag|mail|bel|stuur|neem|richt|spreek|schrijf|benader ..5 collega|mijn|onze|mevrouw|meneer|naar|contact|tot|bij|op_met|aan
moet|kunt|kun|kan ..3 zijn|beter|terecht ..3 bij
je|u|jullie moet|moeten|kunt|kunnen ..3 bij|met ..3
[referral.doorgestuurd 3]
doorgestuurd|doorgegeven|doorsturen|doorgezet|doorgeleid ..4
ik|we|wij|zal|heb ..2 stuur|geef|zet|sturen|geven ..6 door
stuur|geef|zet ..4 door aan|naar|bij
cc|kopie ..3
[wrong.niet-ik 3 raw]
zoekt|bedoelt ..2 vast|waarschijnlijk|een_andere ..4
kennen ..1 wij|we ..2 hier niet
geen idee waarom
functie ..2 opgeheven
ben ..2 met pensioen
zaak|bedrijf|winkel ..4 verkocht
verkeerde|foute ..1 persoon|adres|man|vrouw|afdeling|nummer|bedrijf|joke
niet ..4 juiste_persoon|mijn_afdeling|verantwoordelijk|goede_persoon|juiste|mijn_vak|mijn_terrein|juiste_adres|aan_het_juiste
niet|geen ..2 meer ..4 werkzaam|bij|in|betrokken|verantwoordelijk|werk|deze_functie
werk|werkt|ga|ben|zit ..4 niet|geen ..4 meer|over|bij|voor|verantwoordelijk
gepensioneerd|vertrokken|weg_bij|uit_dienst ..3
vergist|vergissing|verwisseld|verkeerd|naamgenoot ..3
particulier|prive ..3
geen|weet ..3 idee|niet ..3 wie
[decline.geen 3 raw]
niets|niks|nooit ..1 wordt|geworden
wordt ..1 niets|niks
streep ..1 door
geen brood
zit ..1 er niet ..1 in
niet dus
geen potje|zin
elders gegund
vergeet het
bestuur|baas|directie ..3 nee
goedkoper|goedkopers
geld ..2 niet
zwager|broer|vrouw|man|zoon|boekhouder ..2 regelt|doet|kan
zien|ziet|zie ..2 niet ..1 zitten
net|pas ..1 overgestapt|gewisseld|gekocht|getekend|vernieuwd
dus nee|niet
stoppen|stop ermee ..6
geen|niet|nooit|nauwelijks ..4 interesse|behoefte|belangstelling|nodig|geinteresseerd|noodzaak|relevant|interessant|toepassing|trek|zin|meerwaarde|wensen|zoek|op_zoek|plannen
nee ?bedankt|dank|hoor|hartelijk|sorry|helaas|dankjewel|dankuwel|niet|geen|we|ik_pas
^ nee $$
bedankt ?maar nee|niet|geen
niet ..3 voor ..2 ons|mij
niets|niks voor ..1 ons|mij|me
hou|houd|houden|blijf|blijven|houdt ..3 bij ..4
passen|pas ..3 hiervoor|ervoor|voor_ons|hier
zien|zie ..2 af|ervan_af
hebben|heb|gaan|ga|doen|zullen|is|past|willen|wil ..4 niet|niets|geen ..4 nodig|door|verder|bij|aan|interesse|op_in|iets_voor|mee
besloten ..6 
afgewezen|afwijzen|bedanken|afwijzing
[decline.al 3]
hebben|heb|gebruiken|werken|zijn|is|al ..5 al|reeds|eigen|leverancier|oplossing|systeem|iemand|partij|voorzien|partner
zijn|ben|heel|zeer|dik|erg|best|prima|content ..3 tevreden|voorzien|blij|content ..4
al ..3 voorzien|leverancier|oplossing|systeem|partij|iemand|geregeld|opgelost|contract
andere|concurrent|elders ..4 gekozen|leverancier|partij|getekend|aanbieder|gegaan
gekozen|getekend|overgestapt|in_zee ..4
intern|eigen_beheer|inhuis ..4
zelf ..2 doen|doet|gedaan|maken|maakt|regelen|regelt|kunnen|opgelost|gebouwd|in_huis
doen|maken|regelen|lossen|bouwen|houden|kweken|drukken ..4 zelf
[decline.geld 3 raw]
geen|niet|onvoldoende|te_weinig ..4 budget|geld|middelen
budget ..4 op|niet|geen|bevroren
te|veel_te duur|klein|groot|oud|ingewikkeld|prijzig
stoppen|stopt|sluiten|failliet ..3 zaak|bedrijf|ermee|deuren
[decline.zacht 1 raw]
helaas ..5 niet|geen
veel ..1 succes
helaas|spijt|jammer
[ack.dank 1]
^ bedankt|dank|dankje|dankjewel|dankuwel|ok|oke|okay|ontvangen|genoteerd|prima|top|haha|gelezen|duidelijk $
[shares.pijn 2]
zoekgeraakt|kwijtgeraakt|vergeten
zo ..3 niet ..1 langer|verder|door
uren|uur ..2 kwijt
probleem|problemen|gedoe|fouten|vertraging|klachten|verlies|verliezen|kwijt|excel|papier|handmatig|whatsapp|chaos|ramp|druk|tekort|ziek|overuren|uitval|wachttijd|rompslomp|ellende|lastig|duurt|zelf_de_hele|nachtmerrie|misgaan|mis
[shares.doel 2]
doel|willen|plannen|groeien|uitbreiden|openen|zoeken|overstappen|vervangen|nodig ..3
[shares.feiten 2]
wij|we|ik|hebben|heb|zijn|onze|ons ..5 # ..2
# medewerkers|mensen|locaties|vestigingen|klanten|vrachtwagens|winkels|uur|euro|orders|facturen|gebruikers|kinderen|bedden|chauffeurs|man
omdat|want|doordat ..6

// ---- gezegden
[decline.gezegde 3 raw]
sint_juttemis|sintjuttemis|juttemis
pasen_en pinksteren
hoef|hoeven|hoeft ?ik|we|wij ?t|het|dat niet
^ ?ik ?wij ?we pas|passen $
laat|laten ..1 maar zitten
mosterd na
geen haar ..4
voor geen goud|prijs
kalveren ..3 ijs
dag met|mijn hand|handje
[decline.beslist 3 raw]
werd|geworden|wordt ..3 concurrent|ander|andere|buurman
traject|dossier|hoofdstuk|zaak ..4 klaar|gesloten|afgesloten|rond
bestuur|directie|raad|vergadering|baas|leden ..5 tegen|afgekeurd|weggestemd|afgewezen|anders_besloten
leveranciers|leverancier|contract|contracten ..4 vast
slechtste|slechte|geen match
definitief|formeel nee
[decline.redden 2 raw]
redden|red ..1 ons|me|t|het
doen|kunnen|kan ..2 zonder
zwager|schoonbroer|neef|broer|zoon|schoonzoon|buurman ..3 verkoopt|levert|maakt|doet
centrale|hoofdkantoor|gemeente ..4 regelt|koopt|bepaalt
gebundeld ..3 met
[defer.herinner 3]
herinner|herinnering|reminder|seintje ..6
stuur|mail|zend|stuurt ..3 dit|het|me|mij|hem ..3 nog_eens|nogmaals|opnieuw|op|vanaf|begin|eind|na|in
leg|legt ..6 op_tafel
laat ..3 rusten ..4
tot dan|die_tijd ..3 niet|geen|rust|rusten
mag|mogen|kan|kunt ..1 je|u|jullie ..3 terugkomen|proberen|nogmaals|zelf_informeren
wil|wilt ..1 u|je ..3 opnieuw|weer melden|contacteren|mailen
[defer.tijd 2 raw]
daarna|dan ..2 ben|heb|open|lees|kijk|neem|mag ..3
pas iets|meer|zicht ..1 op|na|in|over
volgende|komende ..2 mag
nog even geduld
[interested.zaken 3]
dan|daarmee ben|zijn ?ik|we|wij ?ik om|verkocht|akkoord|klant
is ..1 het|t rond $
doe er ..4 bij
kom|komt maar ..1 op|door|af
laat maar ..2 komen|zien|horen
hangt ..2 af ..3 prijs
over de_streep
reken ..4 door|uit|voor|eens
wat|hoeveel vraag|vragen|rekent|reken ..3 ervoor|daarvoor|voor
bezorg|bezorgen ..4 demo|voorwaarden|offerte|prijs|prijzen|ons|me
^ stuur ?me|ma|maar|mij|ons|eens|gerust ..2 door

// ---- verkeerd terecht
[wrong.terecht 2 raw]
terechtgekomen|beland ..4 verkeerd*|particulier|prive
bij een|de verkeerde ..2
u|je|jullie zoekt|zoeken|bedoelt|bedoelen|moet|moeten ..2 vast|waarschijnlijk|vermoedelijk|mijn_broer|mijn_vader|de_andere|iemand_anders ..3
met|op pensioen
gepensioneerd|gestopt_met_werken|pensioen
zaak|winkel|bedrijf|praktijk|boerderij ..3 verkocht|overgedaan|gesloten|overgenomen|opgedoekt
werk|werkte|zit ..3 niet_meer|al_jaren_niet|elders ..3
overleden|gestorven|is_er_niet_meer
nooit ..3 gewerkt ..3
zelfde naam|achternaam ..3
[referral.wie 3]
daarover|daar|hierover gaat|beslist ..3
loopt|lopen|gaat|gaan ..1 via|langs ..3
beslist|koopt|bestelt|tekent ..2 bij_ons|mijn|onze|de ..2
moet|moeten|kunt|kan ..3 bij|met ..2 zijn|bespreken|opnemen ..2
`
