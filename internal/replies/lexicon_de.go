package replies

// lexiconDE is how people say it in German, also in Austria and Switzerland.
const lexiconDE = `
def me = mich|uns|mir|mi|üs|öis
def my = meine|meinen|mein|meiner|unsere|unseren|unser|unserer|diese|diesen|dieser|die|alle|all|sämtliche|dem|der|den
def data = adresse|adressen|mailadresse|emailadresse|mail|email|anschrift|postanschrift|mailanschrift|daten|kontaktdaten|namen|name|kontakt|nummer|einträge|eintrag|datensatz|personenbezogenen|e
def list = liste|listen|verteiler|verteilerliste|mailingliste|mailverteiler|datenbank|kartei|datei|adressliste|adressbuch|system|newsletter|kampagne|sequenz|datenbestand|mailing|mailings|adressdatenbank|kundenkartei|crm|verteilern|datenbanken|akten|email|dateien|registern|empfängerkreis|empfängerliste|empfängerlisten|adressbestand|maillisten|karteien|stammdaten|interessentenliste|kontaktliste|ding
def mails = korrespondenz|zuschriften|schriftverkehr|mails|mail|emails|email|e|nachrichten|nachricht|post|werbung|werbemails|werbemail|newsletter|spam|zusendungen|infos|informationen|schreiben|kontaktaufnahme|kontaktaufnahmen|kontakt|werbe|anfragen|angebote|erinnerungen|briefe|belästigungen|zeug
def time = montag|dienstag|mittwoch|donnerstag|freitag|samstag|montags|morgen|übermorgen|heute|uhr|vormittag|nachmittag|vormittags|nachmittags|mittag|mittags|früh|abend|woche|halb|viertel|di|mi|do|fr
def meet = termin|gespräch|telefonat|telefontermin|call|videocall|meeting|demo|vorführung|präsentation|besuch|gesprächstermin|treffen|videokonferenz|online_termin|webmeeting|kennenlernen|austausch|webinar|kaffee|zoom|teams|anruf|vorstellungstermin|videotermin|besprechung
def again = wieder|nochmal|nochmals|noch_mal|noch_einmal|erneut|später|dann|gerne|gern|mal
def contact = melden|schreiben|anrufen|kontaktieren|anschreiben|nachfragen|fragen|anfragen|nachhaken|probieren|versuchen|sprechen|telefonieren|reden|vorbeikommen|zukommen|erinnern|anklopfen|wiederkommen

[optout.abmelden 3]
austragen|abmelden|abbestellen bitte|diese|alle|und
abgemeldet|abbestellt ..6 und|immer|noch|wieder|trotzdem ..3 bekomme|kommt|kommen|post|mails|immer
zweimal|dreimal|bereits|schon|mehrfach ..2 abgemeldet|abbestellt
betrachten ..6 als abgemeldet
raus damit|mit_mir|mit_uns|aus_ihrem|aus_ihrer
raus|weg damit ..2 und|aus|egal|sofort|bitte|heute
sofort|bitte|heute raus|weg damit
können|könnten|würden|würdet|könntet|wären|tun|tuns ..7 vergessen $
melde|melden ..8 von ihren|euren|ihrem ..2 ab
@me ..2 ganz|künftig|bitte|einfach ..1 weglassen|auslassen
schmeiß*|schmeiss*|schmeis*|kick*|wirf|werft|werfen|tu|tun|tut|tuts|hau|haut|streich*|block* ..2 @me ..4 raus|runter|aussi|aus|ausm|herunter|heraus|weg|von|vom
lösch*|entfern*|streich*|tilg* ?sie|bitte|ihr|du @me ?bitte|einfach|ganz|sofort|umgehend|endlich|dann|ma|mal|komplett|dort|doch ?bitte|dort|da $
könnt|können|kannst|bitte|mögt|sollen ..3 @me|alle|hier|ganze|adresse ..4 rausnehmen|herausnehmen|rausschmeißen|rausschmeissen|rauswerfen|runternehmen|rauslöschen|hinauswerfen|streichen|austragen
von|aus ..2 @list kommt|komme|runterkommt|rauskommt|verschwinde|verschwinden
^ bitte ..2 von|aus|runter|raus ..2 @list $
ohne @me ..2 empfänger*|@list
nehm*|nimm* ..4 ausm|aus|vom ..2 @list
wie|wo ..3 komm* ..4 raus|runter|aus_ihrem
man|ich ..4 abbestellen|abmelden
^ abmelden|abmeldung|abbestellen|abbestellung|austragen|löschen|löschung|stopp|stop|schluss|austragung|unsubscribe|widerspruch|raus|abgemeldet ?bitte|danke|jetzt|sofort $$
^ bitte abmelden|austragen|löschen|abbestellen|unsubscribe|streichen
bitte|hiermit ..3 abmelden|austragen|abbestellen|austragung
melden|melde|meldet|trage|tragen|tragt|streiche|streichen|streicht|nehmen|nimm|nehmt|entferne|entfernen|entfernt|werfen|werft|lösche|löschen|löscht ..3 @me|meine_adresse|unsere_adresse ..5 ab|aus|raus|heraus|von|vom|austragen
melde|melden @me ..4 ab
@me ..5 abmelden|austragen|streichen|entfernen|löschen|abbestellen|herausnehmen|rausnehmen|rauslöschen|runternehmen|rausschmeissen|austragt|rausstreichen
möchte|will|wollen|möchten|würde|bitte|wünsche ..5 abmelden|abbestellen|austragen|abgemeldet|ausgetragen|gelöscht|gestrichen|entfernt|abbestelle
wie|wo ..5 abmelden|abbestellen|austragen
newsletter|mails|mailings ..3 abbestellen|abmelden|kündigen|abbestelle|kündige
abmeldelink|abmeldefunktion|abmeldebutton|austragelink
[optout.liste 3]
nehm*|nimm|streich*|lösch*|entfern*|trag* ..1 @me ..6 liste*|verteiler*|adressbuch|kartei*|datenbank*|rundschreiben|aussendung*|mailing*|umlauf
raus|weg|runter|aus ..1 aus|von|vom ..2 ihrem|ihrer|euren|eurem|eurer|ihren
@data ..3 gehört|gehören|steht|stehen ..3 nicht|nichts ..4
keiner|keinem|keinen ..1 @list
nichts|nicht ..4 @list|postfach|posteingang|briefkasten ..1 verloren|zu_suchen|gehören|gehört
@data ..2 ?bitte ?umgehend aus|von|vom ..3 @list|bestand|system|datei ..2
aus ..2 dem|ihrem|eurem bestand|datenbestand
aus|von|vom ?aus ?ihrem|ihrer|eurem|eurer|der|dem|allen|ihren|deiner|deinem|diesem|dieser|sämtlichen @list ..5 streichen|nehmen|löschen|entfernen|raus|austragen|gelöscht|gestrichen|entfernt|genommen|rauszunehmen|zu_nehmen|zu_streichen|zu_löschen|zu_entfernen|herausnehmen|rausnehmen|runter|weg|tilgen
streich*|nimm|nehmen|nehmt|entfern*|lösch*|tilg* ..6 aus|von|vom ..2 @list
runter|raus|weg ..2 von|aus ..2 @list
keine @list
[optout.daten-loeschen 3]
adresse|mailadresse|nummer weg|raus|löschen
verlier*|vergess*|vergiss|verlege*|verbrenn* ..2 meine|unsere|diese ..1 @data
angaben ..3 person ..5 löschen
nicht ..4 daten ..4 gespeichert ..1 bleiben|werden
behalten ..3 @data ..1 nicht
lösch*|entfern*|streich*|nimm|nehmen ?sie sie|es|die|ihn ?bitte|umgehend|sofort|heraus|raus|komplett ?bitte|heraus $
@data ..5 nicht ..2 weiter|mehr|länger|wieder ..1 zu_verwenden|verwenden|zu_nutzen|nutzen|zu_benutzen|benutzen|zu_gebrauchen|gebrauchen
@data ..1 ?bitte löschen|entfernen|streichen|rausnehmen|austragen
lösch*|entfern* ..2 alles|sämtliche ..6
lösch*|entfern*|streich*|vernicht*|tilg*|sperr* ..2 ?sie|bitte|du|sofort|umgehend|unverzüglich|alle|sämtliche @my ..3 @data
@my ..3 @data ..5 löschen|löscht|gelöscht|entfernen|entfernt|streichen|gestrichen|zu_löschen|vernichten|sperren|gesperrt|rausnehmen|austragen|raus|löschung
löschung ..3 meiner|unserer|aller|der ..2 @data
daten|adresse ..6 gespeichert|gespeicherten|speichern ..4 löschen|zu_löschen|gelöscht
vergessen|vergiss ..3 meine|unsere|diese ..1 adresse|mailadresse|nummer
[optout.loesch-sie 2]
lösch*|entfern* ..1 sie|die|das|diese|ihn $
bitte ..1 löschen $
[optout.keine-mails 3 raw]
bitte|ersuche|ersuchen|wunsch|antrag|verlange|fordere|beantrage|bitten ..2 um|auf|die ..3 löschung|entfernung|streichung|austragung|abmeldung|sperrung|tilgung
von ..5 absehen|abzusehen $
von ..4 zusendungen|@mails ..3 absehen|abzusehen|abstand
keine post keine ..2
ab sofort|jetzt|heute ..1 unterlassen|einstellen|schluss|nichts_mehr|keine
@me|meine|unsere ..4 frieden|ruhe liessen|lassen|ließen|lässt
kein|keinen|keine weiteres|weiterer|weitere|einziges|einzige|einzigen wort|mail|nachricht|brief|zeile|anruf|ton
dass ..1 sie @me ..2 vergessen
nicht ..2 für ..2 werbung|werbezwecke|verkauf|vertrieb ..2 verwendet|genutzt|benutzt|gedacht|da
hier|bei_uns|uns ..2 nichts|nicht|keine ..2 mehr ..1 hin|her|an|schicken|senden|bitte
ich|wir ..2 nicht ..1 mehr ..2 von_ihnen|von_euch ..3
von ihnen|euch ..4 nichts|nicht|keine|nie ..2 mehr
nicht|nie ..2 mehr ..2 an ..1 diese|unsere|meine|die adresse|mailadresse|anschrift
bitte|doch|einfach ..1 kein*|nicht|nichts ..2 mehr $
schreib*|ruf*|frag*|schrieven ..6 nie|nüm|nüme|nüt|nich|nimmer ..2 mehr|meh|wieder|schriibe
nüt|nüüt ..1 meh ..3 ghöre|überchoo|schicke|vo_ihne|sände
nüme|nüm|nümme schriibe|schrybe|mailen
tofreden|tofräden
ni|nie|nicht ..1 wieder|mehr ..2 fragen|was|gefragt|erinnert|anrufen
fragen ..4 nie ..1 wieder|mehr
frag* ..4 nicht|kein ..2 noch_einmal|nochmal|mehr|zweites_mal|wieder
weder ..5 noch ..6 mailen|schreiben|mails|schicken|anrufen|newsletter
weder ..3 mir noch ..6
keinen|keine|kein ..1 kontakt|zuschriften|reklame|verkaufsbriefe|werbebriefe
keine|keinerlei ..2 angebote|zusendungen|zuschriften|aussendungen ..1 wünsch*|möchte*|mehr|wollen
auf|von weitere|weiteren ..1 @mails|zusendungen|nachrichten ..3 keinen|verzicht*|abstand|absehen
keinen wert auf
lege|legen keinen ..2 auf ..2 @mails|nachrichten|zusendungen|kontakt
abstand|davon ..3 nehmen|abzusehen ..2 $
niemand|keiner ..3 mehr ..4 @mails|schreiben|post
nichts ..1 mehr ..1 von|davon|bitte|an
bitte nichts ..1 mehr
stell* ..5 das ..3 ab $
lass* ..1 ?sie|es|das|s ..3 bleiben|sein|in_zukunft $
lassen sie|ses es|das|s|bitte $
bitte ..1 lassen|beenden|einstellen|aufhören|unterlassen $
mails|werbung|post ..4 sparen|spar|ersparen $
die ..2 mails ..2 sparen
keine ..1 kaltakquise|kalt_akquise
soll|muss|möge ..4 letzte|letztes|letzter ..3 sein|gewesen|bleiben
letzte|letztes ..3 was ich|wir ..3 von_ihnen
eine|ein|kein|keine zweite|dritte|vierte|fünfte|sechste|siebte|achte|zweites|drittes|viertes|fünftes|sechstes|siebtes ..2 mal|möchte|mail|erleben|will|gibt|brauche|nicht
damit ..3 letzte|letztes ..2 mal
dass ..2 das|dies|es aufhört
zum ..1 kreis ..2 empfänger*
hausverbot|robinsonliste
nicht|auch_nicht ..3 umworben|beworben|behelligt|angemailt ..2 werden
vergisst|vergesst|vergessen sie ..1 mich|uns
wiedersehen ..4 ohne_wiedersehen
es langt|reicht ..1 jetzt|jetz|wirklich|nun
schleich di|dich
werbung|reklame ..3 nicht gestattet|erlaubt|erwünscht|zulässig
bei ..3 @mails ..1 belassen
belass*|lassen|lasst|lass ..2 es ..2 bei ..3 @mails
lass*|loss*|lossts|land|lönd|lond|lat|loat ..2 @me|mi|mia ..3 ruhe|rueh|ruah|ruh|rua|friedn|fried|fride|friede|frieda|frieden
^ keine|keinerlei werbung|werbemails|werbepost|spam|newsletter|reklame ?bitte|mehr|danke|hier|mehr_bitte $
kein|keine|keinen ..1 erinnerungsschreiben|erinnerungsmail*|folgemail*|nachfassmail*|nachfassen|werbemail*|rundmail*|serienmail*|werbeanruf*|werbepost|massenmail*
nehmen|nimmt|nehme|akzeptier*|lesen|öffnen|duld*|wünsch*|möchten|möchte|wollen|will ..4 keine|keinerlei ..3 werbung|werbemails|werbemail|werbepost|kaltakquise|akquisemails|newsletter|spam|massenmails|rundmails|reklame
weg|raus|finger|hände|pfoten ..1 weg|aus|von ..1 meinem|unserem|meiner|unserer postfach|posteingang|mailbox|inbox|adresse|mailfach|briefkasten|mailadresse
schluss|ende|aus|genug ?jetzt|endlich|bitte ?damit mit ..4 @mails
schreib*|meld* ..3 auch nicht $$
^ ruhe jetzt|bitte|endlich|im_karton ?bitte $
keiner|niemand|keine ..4 von_ihnen|von_euch ..2 hören|lesen|bekommen|erhalten|haben
schreiben|schreibn|briefe einstellen|lassen $
funkstille ?bitte|jetzt|ab_jetzt|danke $
bitte|wünsche|will|möchte|um ..3 funkstille|stille|ruhe $
^ hör|hört|hörts|hören|höret ?sie|bitte|doch|ihr ..3 auf ..4
nie wieder ..4 mich|uns|mir
nüm|nümm|nöd schriibe|schrybe|schicke|schriiba
sperrliste
nicht ..2 nochmal|noch_mal|mehr ..1 nachfassen|nachhaken|erinnern
lassen sie_es ..1 einfach|bitte|bleiben|sein
@mails ..3 aufhören|enden|enden_würden
vermerk* ..8 nicht|nichts|keine|kein ..3 mehr
keine|kein|nichts ..1 weitere|weiteren|weiteres|weiterer ?anschreiben|kontakt|mails ?bitte|danke $$
keine|kein|nichts ?mehr weiteres|weitere|weiteren anschreiben|schreiben|mails|mail|kontakt|nachricht
wie|wo|kann ..5 abstellen|abbestellen|stoppen
koane|kane|keene ..2 @mails
nicht ..2 einverstanden ..6
brauch*|müss* ..3 nicht ..1 mehr ..2 schreiben|anzuschreiben|zu_schreiben|melden|zu_melden
seh* ..3 sie|ihr|du ..2 von ..4 ab $
spar*|erspar* ..7 @mails|weitere|weiteren|nächste|nächsten
spar*|erspar* ..3 das|alles ?bitte|künftig|einfach|doch $
erspar* sie|ihr uns|mir
bitte ..2 erspar*|spart|sparen ..2 uns|mir
erspar*|spar* ?sie|ihr|du sich|euch|dir|ihnen ..4 mühe|arbeit|aufwand|porto|tinte|atem|weitere|nächste|nächsten
nie|niemals|nicht ..3 zugestimmt|eingewilligt|erlaubt|gebeten|angefordert|genehmigt
auch ..3 zukunft|künftig|weiterhin nicht|keine|nichts ..1 mehr
nicht ..1 mehr bitte $
kein ..2 kontakt ..3 erwünscht|gewünscht|mehr|bitte
sein|wäre|ist ..2 letzte ..2 @mails|schreiben
letzte ..2 @mails ..3 wäre|ist|war|bleibt|sein
schreib*|meld*|schick*|kontaktier*|mail*|send* ..6 nimmer|nimma|nimmermehr
keine|keinerlei|nie|nichts|kein ?weiteren|weitere|weiterer|weiterem|mehr|solche|solchen|derartigen|unaufgeforderten|mehr_solche|ihre|deiner|von|einzige|einzigen|neuen|ihrer|mehr_ihrer ?werbe|werblichen @mails mehr|an_mich|an_uns|von_ihnen|dieser|bitte|zuschicken|schicken|senden|zusenden
keine|keinerlei|nie|nichts|kein ?weiteren|weitere|weiterer|weiteres|solche|solchen @mails ?mehr ?bitte ?danke $$
keine|nie|kein|nix ..3 @mails ..3 mehr
keine|nie|nichts|kein|nix ..2 mehr ..3 @mails|schicken|schreiben|senden|zusenden|zuschicken|mailen|kontaktieren|anschreiben|belästigen|hören|erhalten|bekommen|haben_von|von_ihnen|von_euch|zukommen|geschickt|melden|anrufen|lesen|empfangen
schicken|senden|schreiben|schickt|sendet|schreibt|mailen|mailt|schick|schreib|send|schickn|schickens|schreibens|sendens ..5 nichts|keine|nix|nie|nimma|nimmer|nicht ..3 mehr|wieder|weiteren|weitere|weiterhin
^ nichts|nix|keine ?bitte mehr ?bitte|danke $$
nicht|nie ..2 mehr|wieder|weiter|länger|nochmal|nochmals|weiterhin|erneut ..3 schreiben|anschreiben|kontaktieren|mailen|anmailen|melden|belästigen|anrufen|behelligen|anzuschreiben|zu_schreiben|zu_kontaktieren|kontaktiert|angeschrieben|zumailen|bombardieren|zumüllen|nerven
schreib*|kontaktier*|meld*|belästig*|mail*|nerv*|behellig* ..5 nicht|nie|nimmer|nimma ..2 mehr|wieder|weiter|länger|weiterhin|nochmals
verschon* ..6 
unterlass* ..8 werb*|mails|emails|mail|zusend*|kontakt*|anschreiben|schreiben|nachrichten|das|dies|belästig*
werb*|mails|emails|zusend*|kontaktaufnahme*|anschreiben|nachrichten|belästig* ..6 unterlass*|zu_unterlassen|einstellen|einzustellen
stell* ..6 ein !zeit
hör*|hört ..3 auf ..5 schreiben|mailen|schicken|senden|damit|nerven|belästigen|spammen|mails|zu|mich|uns
aufhören ..4 schreiben|mailen|schicken|senden|damit|nerven|belästigen|spammen|mails|zu_schreiben|zu_mailen|zu_schicken|mich|uns|mir
bitte|endlich|sofort|jetzt ..3 aufhören $
stop*|stopp* ..3 @mails|damit|sofort|bitte
^ stopp|stop ?bitte $$
lass*|lasst ..2 @me ..3 ruhe|frieden
lass*|lasst ..1 es ..1 bleiben|sein
ruhe lassen
in_ruhe|in_frieden lassen|lasst|lässt|gelassen|zu_lassen
will|möchte|wollen|möchten|endlich|bitte ..2 meine|unsere ruhe
möchte|möchten|will|wollen|wünsche|wünschen|brauche|bitte ..4 keine|nichts|nicht ..5 @mails|kontaktiert|angeschrieben|hören|erhalten|bekommen|belästigt
bitte|ich|wir|nie|nicht ..3 absehen|abstand|verzichten ..6 
absehen|verzichten|abzusehen ..3 von|auf|weitere
von|auf ..3 weiteren|weitere|weiterer ..4 absehen|abzusehen|verzichten|verzichte
nicht ..2 erwünscht|gewünscht|gewollt
unerwünscht*|unverlangt*|unaufgefordert*|ungefragt*|ungebeten* ..3 
nichts ..3 hören|wissen ..2 von|mehr
nichts ..3 von ihnen|euch|dir ..2 hören|wissen|lesen|bekommen|erhalten
verschwinde*|verzieh*|hau_ab|haut_ab|verpiss*
geht|gehen ..4 auf_den|auf_die ..1 keks|nerven|sack|geist
letzte ..2 mail|email|nachricht|warnung
[optout.rechtlich 3]
verarbeitung|nutzung|speicherung|verwendung ..3 meiner|unserer ..2 daten ..5 nicht|werbezwecken|werbung|untersag*
widerspreche|widerspricht|widersprechen|widerspruch|widerrufe|widerruf ..8 
einwilligung|zustimmung|erlaubnis ..6 
ohne|keine|keiner|nie|nicht|niemals|fehlende ..4 einwilligung|zustimmung|erlaubnis|opt|genehmigung
einwilligung|zustimmung ..3 widerruf*|entzieh*|nie|nicht|keine
abmahnung|abmahnen|abgemahnt|unterlassungserklärung|unterlassungsanspruch|unterlassung
belästigung
anwalt|rechtsanwalt|anwältin|datenschutzbehörde|datenschutzbeauftragten|aufsichtsbehörde|bundesnetzagentur|verbraucherzentrale|landesdatenschutz*|rechtliche_schritte|strafanzeige|verbraucherschutz|wettbewerbszentrale|datenschutzkommission ..8
mit|eine|erstatte|erstatten|folgt ..2 anzeige ?erstatten|wegen|drohen $ 
beschwer*|meld*|anzeig* ..4 datenschutz*|behörde|aufsichtsbehörde|netzagentur|verbraucherzentrale|bundesnetzagentur
uwg
art|artikel ?# ?abs ?# dsgvo
dsgvo|datenschutz* ..8 lösch*|auskunft|widerspr*|verstoß*|verstoss*|untersag*|anfrage|beschwerde
verstoß*|verstoss* ..4 gegen ..3 dsgvo|uwg|datenschutz*|gesetz
untersage|untersagen|verbiete|verbitte|verbitten ..6 
auskunft ..8 gespeichert*|daten|herkunft
recht auf ..2 löschung|vergessenwerden
[optout.spam 3]
sind|seid|bist ?ab ?jetzt ?hiermit blockiert|gesperrt|geblockt
als spam ..3 
spam ?mail|mails|e ..2 melden|gemeldet|markier*|blockier*|nervt|unterlassen
das|dies|ihre|eure ..3 ist|sind ?doch|reiner|nur|einfach|für_mich spam|belästigung|werbemüll
spammer|spammt|spammen|zugespammt|zuspammen|zumüllen|zugemüllt
blockier*|gesperrt|sperre|sperren ..3 sie|ihre|euch|absender|adresse|domain|dich
werbung ..3 verboten|unerwünscht|unzulässig|nicht_erlaubt
nie|nicht|niemals ..4 angefordert|bestellt|angemeldet|abonniert|zugestimmt|eingewilligt|eingetragen|darum_gebeten|bestellt_oder
[optout.herkunft 2]
woher ..6 adresse|mailadresse|daten|nummer|email ..8 lösch*|entfern*|streich*
[optout.reicht 2]
zu_viele mails|nachrichten|newsletter
genug ist
ich will das nicht
wie oft noch
wie oft ..3 noch sagen|schreiben|bitten
respektier* ..2 sie|ihr|das ..3 $
zu respektieren
es|jetzt|das ?langsam|jetzt reicht
schluss ?jetzt damit|mit|jetzt
genug ..2 mails|jetzt|davon
ihr|ihre|eure|mails|werbung|sie|spam|newsletter|ihr ..4 nervt|nerven|nervig|lästig
nervt|nerven ..4 mails|werbung|spam|newsletter|sie|ihr|nur

[optout.als-gaebe-es-nicht 3 raw]
als|so_als ..2 hätten|hättet|hättest|gäbe|wäre|wären|würde|existier* ..4 nie|niemals|nicht|gestorben|ausgewandert|tot|mich_nicht ..4
als|so ob ..6 nie|nicht ..3 gäbe|existier*|gehört|gesehen|geschrieben
vergessen|vergiss|vergesst ..2 dass|daß ..3 mich|uns|es ..3 gibt
vergessen|vergesst|vergiss ..1 @my|uns|mich ?@data ?einfach|wieder|bitte|ganz|am_besten ?wieder|ganz $
@data ..4 ?wieder|getrost|ruhig|gern vergessen $
[optout.letzte 3 raw]
freu*|schön|froh|glücklich|vergnügen|dankbar|erleichtert|wohltat ..5 letzte|letztes|letzter ..3 @mails ..3 gewesen|wäre|ist|bleibt|war
freu*|schön|froh|glücklich|vergnügen|dankbar ..4 wenn|dass|wäre ..3 letzte|letztes|letzter $
wäre|war|sei|bleibt ..3 das|dies ..2 letzte ..4 von_ihnen|von_euch|von_dir|gewesen
[optout.fremd 3 raw]
bleiben|bleibe ..3 unbekannt|fremd|fremde
kennen ..2 nicht|nie ..1 und|belassen|dabei
tun ..2 als ..3 nie|nicht ..2 begegnet|kennen|kennengelernt|gesehen
strich ..3 durch ..2 namen|adresse|eintrag
ungelesen|ungeöffnet ..4 müll|papierkorb|tonne|schredder|reißwolf|gelöscht|spam|sparen|schenken
schriftverkehr|zusendungen|zusendung|korrespondenz|schreiben|versand ..3 einzustellen|einstellen|beenden|zu_beenden
lass*|lasst ..1 ihn|sie|meine_mutter|meinen_vater|die_leute|unsere_leute ..3 frieden|ruhe
[optout.lass-aus 3 raw]
lass|loss|lasst|losst|lossts|lassts ..1 mi|mich|uns ..1 aus
schreiben ..2 nicht ..1 weiter|so_weiter $
[optout.naechste 3 raw firm]
nächste|nächstes|noch_ein|noch_eine|noch_so_eine|noch_so_ein|weitere ..4 geht|landet|antwort*|leite*|bekommt|kriegt|wandert|meld* ..5 anwalt|anwältin|rechtsanwalt|papierkorb|tonne|verbraucherzentrale|müll|spam*|behörde
wenn|falls|sollte ..6 noch_einmal|nochmal|noch_mal|nochmals|wieder|noch_etwas|noch_was ..3 von ihnen|euch|dir
wenn|falls|sollte ..4 etwas|was|eine|noch ..2 von ihnen|euch|dir ..5 auftaucht|kommt|ankommt|landet|eintrifft|liegt|hereinkommt
[optout.in-den-spam 3 raw firm]
sie|ihr|du|euch|dich|ihre ..4 wander*|land*|flieg*|geh*|kommt|kommen|gehör* ..5 spamordner|spamfilter|spam|junk|papierkorb|blockliste|sperrliste|rundordner !sorry|leider
wander*|land*|flieg*|geht|gehen|kommst ..1 sie|ihr|du|ihre|das|alles ..4 spamordner|spamfilter|spam|junk|papierkorb|blockliste
spamfilter|spamordner|filter ..3 kriegt|bekommt|holt|frisst|erledigt|übernimmt|gehört|schluckt|begrüßt ..2 sie|dich|euch|ihnen|ihre
[optout.im-namen 3 raw]
nicht|nie ..3 kontaktiert|angeschrieben|belästigt|angemailt|behelligt|angerufen ..1 werden ..1 möchte|will|wünscht|mag
wünscht|möchte|will|legt ..3 keine|keinen|keinerlei|nicht ..5 @mails|kontaktiert|angeschrieben|zuschriften|kontaktaufnahme|wert
keine|keinerlei ..1 zuschriften|zuschrift|anschreiben|werbesendungen ..4 
[optout.lass-gut-sein 3 raw]
lasst|lassen|lass ..1 es|das ..2 doch|einfach|bitte ..1 ?einfach|bleiben|sein|gut $
lassen|lass|lasst ..2 gut sein
kein|keinen|keine ..2 mucks|ton|wort|zeile|silbe mehr
[guard.nicht-abmelden 3 raw]
nehm*|nimm ..7 auf
besuch|treffen|gespräch|termin ..3 absehen|abzusehen
nicht|nichts|keine ..3 schreiben|mailen|mails ?mehr anrufen|sondern|lieber
wurde|wurden|ist|sind ..1 gestrichen
mein|unser|unserem|meinem|unseren anwalt|anwältin ..4 prüf*|schau*|such*|liest|drüber|lesen|frei*|durch
zusammenarbeit|kauf|bestellung|anschaffung|beauftragung|auftrag|teilnahme ..3 absehen|abzusehen|verzichten|abstand
aus|von|vom ..2 warteliste|testversion|testphase|wartelisten|probephase|angebotskalender|testgruppe|pilotgruppe|basistarif|testkreis
lösch* sie ..3 daten ..3 wenn|nach|sobald|automatisch|am_ende|und_wo
lösch* ..4 letzte|vorige|vorherige|erste|alte mail|nachricht|anfrage|email
hätten wir ..1 nicht ..1 schon|genug
chef|inhaber|vater|er|wir|ich ..3 hör* ..4 auf
das|die|ist|war funkstille
kann|könnte|lässt|läßt|darf ..1 man|ich|sich ..2 später|wieder|jederzeit|danach|hinterher|monatlich|zwischendurch|auch ..4 abbestellen|kündigen|abmelden|stoppen|abstellen
bevor|ehe|statt|anstatt ..4 lösch*|streich*|austrag*|abmeld*|abbestell*
streich*|lösch*|entfern*|nehm*|nimm ..7 aus|vom|von ..2 angebot|rechnung|vertrag|bestellung|kostenvoranschlag|auftrag|entwurf
stell* wir|ich ..5 ein
wir|ich stell* ..6 ein
stell* ..4 bestellungen|produktion|betrieb|mitarbeiter|leute|fahrer|personal|fachkräfte ..4 ein
abmahnung|abmahnungen ..2 kriegt|bekommt|bekommen|kriegen|riskieren|droht|drohen|vermeiden|angst|erhalten|kassiert|sorge
keine|kein|nicht ..2 mails|mail|mailen|schreiben ..4 lieber|sondern|besser|einfach|nur ..1 anrufen|whatsapp|telefon*|ruf*
daten löschen ..4 erst|nachdem|sobald
ruhe|frieden lassen|gelassen ..3 wollte|würde|hätte|könnte
aus|von|vom unserem|unserer|unseren|meinem|meiner ..1 @list
nichts|nicht|nix|keine ..4 vor ..2 januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|ostern|weihnachten|pfingsten|sommer|herbst|winter|frühling|ende|der|dem|#
nicht|bloß_nicht|keinesfalls|auf_keinen_fall|ohne ..4 abmelden|abgemeldet|löschen|gelöscht|streichen|austragen|aufhören
abmeldequote|abmelderate|abmeldungen|abmelderaten|abmeldequoten|unsubscribe_rate|spamordner|spamfilter|spamverdacht
schreiben|sagen|antworten uns|mir ..3 keine|nichts|stopp|stop|nicht|abmelden ..3
# ..1 schreiben|sagen|antworten ..4 keine|nichts|stopp|stop|nicht|abmelden ..3
viele|manche|einige|die_hälfte schreib*|sag*|antwort* ..4 keine|nichts|stopp|stop|nicht|abmelden ..3
möchten|möchtest|wollen|willst sie|du|ihr ..4 abmelden|abbestellen|austragen
kunde|kundin|jemand|einer|nachbar|patient|gast|leser ..6 angezeigt|gemeldet|verklagt|beschwert|abgemahnt
uns ..2 kunde|kundin|jemand ..8 angezeigt|gemeldet|verklagt|abgemahnt
anrufen|durchrufen|telefonieren|vorbeikommen ..1 nicht|keine schreiben|mailen|mails|mail
unser|unsere|unserem|unserer|unseren|wir ..3 abmelde*|abmeldung|abmeldungen|abmeldelink
lösch*|entfern*|streich*|nimm*|nehm* ..5 dubletten|doppelte|doppelten|duplikate ..4 liste|listen|kartei|verteiler
lösch*|entfern*|streich*|nimm*|nehm* ..4 dubletten|doppelte|doppelten|duplikate
aus ..1 cc|kopie|bcc|thread|mailverlauf|verlauf|kette|schriftwechsel|konversation|unterhaltung|einladung|schleife
keine|keinerlei|genug|kein|nicht ?noch ?mehr|weiteren|weitere|dicken|bunten ..1 pdf|pdfs|prospekte|prospekt|broschüren|broschüre|kataloge|katalog|folien|präsentationen|anhänge|anhang|links|videos|powerpoints|flyer|theorie|floskeln|zettel
nicht|nichts|keine ..5 alte|alten|altes|frühere|falsche|falschen|andere|anderen|private|privaten ..1 adresse|mailadresse|postfach|konto|nummer
empfänger|abonnenten|leser|kunden|kundinnen|leute|mitglieder|patienten|gäste|spender ..5 abmeld*|austragen|abbestell*|stopp|keine_mails
melden ..5 kunden|leute|abonnenten|leser|empfänger|mitglieder ..6 ab
melden sich ..5 leute|kunden|abonnenten|leser|empfänger|mitglieder
wie ..3 abmeldung|abmelden bei|in|aus ihnen|ihrem|euch|euerem|eurem
im|in_den|in_dem|aus_dem spam
spam ordner|filter|gelandet|verschoben
position|posten|punkt|artikel|zeile|option|modul|lizenz ..6 lösch*|entfern*|streich*|raus
lösch*|entfern*|streich*|nehmen|nimm ..4 position|posten|punkt|artikel|zeile|option|modul|lizenz ..5
aus|vom|von ..2 angebot|rechnung|vertrag|bestellung ..3 
teilnehmer|kunden|mitarbeiter|leute|nutzer|gäste|patienten ..5 abmelden|abgemeldet|abmeldung|widerspr*
dsgvo konform|konformität|konforme|konformen|gerecht
mit ..2 dsgvo
testliste|warteliste|wartelist*
meld*|meldet|melden ..4 wieder|nochmal|noch_mal|gern|gerne|dann|später

// ---- Termine
[meeting.passt 3]
# ?uhr ..3 geht|passt|schon|ginge|wäre|klappt
können|könnten|kannst|kommen|komms|kommts ..4 @time ..3 vorbei*|kommen|vorbeischaun
@time ..5 passt|passen|geht|ginge|wäre|klappt|klappte|möglich|frei|zeit|super|gut|perfekt|in_ordnung|recht|würde_passen|könnte|können|kann_ich|hätte|hätten|einverstanden|bestätige|steht
passt|passen|geht|ginge|klappt|wäre|würde|schaffe|kann|könnte|könnten|frei|zeit|erreichbar|da ..5 @time !wieder
um|gegen|ab # ?uhr ..3 passt|geht|ginge|wäre|klappt|gut
termin|uhrzeit|vorschlag|zeit ..3 passt|bestätige|bestätigt|nehme|nehmen|gerne|angenommen|steht|geht
^ bis|bis_dann ?dann ?zum ?am @time $
freue|freuen ..4 auf ..3 @meet|gespräch|@time|treffen
[meeting.passt-kurz 1]
^ passt|geht|klappt|einverstanden|abgemacht|super|gerne|perfekt
[meeting.anrufen 3]
rufen sie|ruf ..2 durch|an
erwischen|erreichen ..3 mich ..4
aalüte|alüte|aalütte|telefon oder teams|zoom
teams|zoom oder telefon|handy
kaffee|essen|bier ..4 trinken|gehen|treffen
am_besten|lieber|besser|gerne|gern|bitte ..3 anrufen|telefonisch|telefon|durchrufen
abends|mittags|vormittags|nachmittags|morgens|jederzeit ..3 anrufen|erreichbar|telefonisch
ruf*|anruf*|ruft ..4 @me ..5 an|kurz|mal|morgen|heute|einfach|durch|@time
ruf*|rufens ..1 @me|einfach|kurz|gerne|durch|an|bitte ..4 
rufen|rufens sie|s|mich|an|durch
@me ..5 anrufen|erreichen|telefonisch|zurückrufen|anzurufen|zurückruft|anklingeln
erreichen|erreichst|erreicht ..2 @me ..6 @time|unter|tel|mobil|handy|#
klingeln|klingel|bimmeln|läuten ..3 durch|an|mal|kurz
telefonieren|telefonat|sprechen|reden|treffen|zusammensetzen|austauschen|quatschen|plaudern ..5 @time|kurz|gerne|mal|darüber|persönlich|wir|uns|möchte|können|gern
lassen_sie_uns|lass_uns|lasst_uns|wollen_wir|sollten_wir|können_wir|könnten_wir|wir_können|wir_könnten|wir_sollten|gerne|gern|würde|möchte ..8 telefonieren|sprechen|treffen|zusammensetzen|reden|besprechen|austauschen|@meet
meine ..2 nummer|durchwahl|handynummer|mobilnummer ist|lautet|steht
[meeting.termin 3]
@meet ..4 vereinbaren|ausmachen|machen|finden|vorschlagen|einstellen|schicken|senden|anbieten|buchen|abstimmen|vorschlägen|planen|organisieren|festlegen|haben|ansetzen|abhalten|koordinieren
vereinbar*|mach*|such*|buch*|schlag*|schick*|send*|wünsch*|möcht*|hätte*|brauch*|gern*|planen|stellen|setz* ..5 @meet|terminvorschlag|terminvorschläge|termineinladung|einladung|teams_link|link|zoom_link|kalendereinladung|slot|terminvorschlägen
terminvorschlag*|terminvorschläge*|termineinladung|kalendereinladung|kalenderlink|buchungslink|besprechungseinladung|terminanfrage
wann ..5 zeit|passt|können|könnten|telefonieren|sprechen|treffen|hätten|wäre|anrufen|verfügbar|erreichbar|kommen
zu einem|für_einen @meet ..4 bereit|einladen|gerne|offen
teams|zoom ..2 link|einladung
[meeting.besuch 3]
komm* ..4 sie|s|du|einfach|doch ..6 @time
komm*|schau* !bei|von ..5 vorbei|vorbeischauen|vorbeikommen|rein|uns|zu_uns|besuchen|am_stand
vorbeikommen|vorbeischauen
zeig* ..3 @me|es|uns_das|das ..6 @time|live|vor_ort
besuch* ..3 @me
haben|kriegen|bekommen sie|du # minuten
zehn|fünf|fünfzehn|zwanzig|dreißig|halbe ..1 minuten|stunde ..4 @time|zeit|gebe|geb
[meeting.verschieben 3]
verschieb*|verleg* ..6 
statt|lieber|oder|stattdessen ..3 montag|dienstag|mittwoch|donnerstag|freitag|übermorgen|vormittag|nachmittag ..4
wie_wäre|wie_wärs|wie_siehts|was_halten_sie|vielleicht|sagen_wir|oder|am_besten|machen_wir|ginge|geht|könnten_sie|können_sie|könnten_wir|können_wir ..4 @time ..4 #
wie_wäre|wie_wärs|wie_siehts|wie_sieht|sagen_wir ..4 @time
[meeting.demo 2]
@meet bitte|gerne|gern|wäre
gerne|gern|bereit|interesse|möchte|hätte|lust ..5 @meet
zeigen|vorführen|vorstellen|präsentieren ..3 sie|uns|mir

// ---- Interesse
[interested.sagt 3]
neugierig ..2 bin|schon
muss|müsste|sollte ..3 besser|anders|einfacher ..1 gehen|machen
etwas schriftliches ..4
ausprobieren|probieren|testen $
genau|gerade richtig|recht
budget ..2 ist|wäre ..1 da|vorhanden|genehmigt|freigegeben
was ..2 brauchen|benötigen|braucht sie|ihr ..2 von
gibt ..3 auch ..3 für|in|ohne|mit
brennt|drückt|beschäftigt|treibt ..4 uns|mich|tatsächlich|nägeln|schuh
thema ..4 bei_uns
interesse|interessiert|interessant ..4 
hab*|hätt*|besteht|grundsätzlich|durchaus|großes|grosses|bei|schon|ja|wir|ich ..3 interesse
interessiert @me|wären|bin|sind|sehr|schon
@me ..4 interessier*
bin|sind|wäre|wären ..4 interessiert|neugierig|gespannt|hellhörig
klingt|hört_sich|liest_sich|sieht|schaut ..3 gut|interessant|spannend|vielversprechend|super|toll|genau|nützlich|hilfreich|an
genau ..2 was|das|sowas|so_etwas ..4 suchen|suche|brauchen|brauche|gesucht|fehlt
gerne|gern mehr|näheres|details|unterlagen|informationen|infos|ansehen|anschauen|testen|probieren|ausprobieren|kennenlernen|zusenden|zuschicken|schicken|senden
mehr ..3 wissen|erfahren|hören|informationen|infos|darüber|sehen|lesen|details
erzähl*|erklär*|schildern|berichten ..4 mehr|genauer|gerne|darüber|wie|mal
guter|passender|richtiger|perfekter|genau ..3 zeitpunkt|moment
wir|ich ..2 brauchen|brauche|suchen|suche ..6 lösung|so_etwas|sowas|genau|das|dringend|system|tool|software
ja ?bitte|gerne|gern|unbedingt|klar|natürlich|sehr|dringend $
^ gerne|gern|unbedingt|sehr_gerne|sehr_gern|klar|nur_zu|her_damit|immer_her|immer_her_damit|los $
her damit
nur zu
warum|wieso nicht $
würde|würden|möchte|möchten ..4 testen|ausprobieren|ansehen|anschauen|probieren|kennenlernen|mehr
schau*|seh* ..4 mal|gerne|gern an
nicht abgeneigt|uninteressant|schlecht|verkehrt
nichts ..2 dagegen|einzuwenden
[interested.schicken 3]
schick*|send*|mailen|maile|mailt|mail|übermittel*|zukommen|leiten ..2 sie|mir|uns|doch|mal|bitte|ma|einfach|gerne|s|rüber|ihr|du !nichts|keine ..6 
schicken|senden|zusenden|zuschicken|zukommen|übermitteln|zumailen|bekommen|erhalten|haben|sehen ..3 sie|mir|uns|könnten|können|lassen !nichts|keine ..3 info*|unterlagen|broschüre|prospekt|preis*|angebot|offerte|material|beispiel*|muster|link|übersicht|pdf|zusammenfassung|katalog|datenblatt|checkliste|zugang
info*|unterlagen|broschüre|prospekt|preisliste|angebot|offerte|material|beispiel*|muster|übersicht|zusammenfassung|katalog|datenblatt|checkliste|referenzen|kostenvoranschlag|preise|konditionen|zugang|testzugang ..4 schicken|senden|zusenden|zuschicken|zukommen|übermitteln|mailen|bekommen|haben|erhalten|sehen|zu_senden|unterbreiten|machen
wie ..3 geht|gehts|gehen|weiter|verfahren|starten|loslegen|anfangen|bestelle|bestellen ..3 weiter|vor|wir|los|man|ich
nächsten|nächste|nächster ..1 schritt|schritte
[buying.preis 3]
ein|einen|unverbindliches|konkretes|schriftliches|mir|uns|machen|bitte|ihr|euer|um|für ..3 angebot|offerte|kostenvoranschlag|vergleichsangebot|preisangebot ..3
rechnen|durchrechnen ..6 für|mal|durch
mustervertrag|vertragsentwurf
was|wieviel|wie_viel ..2 verlang*|nehm*|berechn*|nehmts|verlangts
was|wieviel|wie_viel|wie_teuer ..4 kost*|koste|kostn|kostets|zahlt|zahlen|teuer|preislich
wie_teuer|preis*|kosten|kostenpunkt|konditionen|tarif*|preisliste|lizenzkosten|lizenzgebühr|gebühr*|rabatt*|mengenrabatt|staffel*|stückpreis|einrichtungsgebühr ..2 
was|wie|welche|welcher|welches|zu ..5 preis|preise|kosten|konditionen|preismodell|lizenzen|lizenzmodell|rabatte|vertragslaufzeit|kündigungsfrist|laufzeit|mindestlaufzeit
vertragslaufzeit|kündigungsfrist|mindestlaufzeit|mindestvertragslaufzeit|zahlungsbedingungen|einrichtungskosten|einführungskosten|lieferzeit|lieferzeiten
pro|je nutzer|monat|mitarbeiter|standort|lizenz|kopf|jahr|fahrzeug|user|maschine|arbeitsplatz
budget ..3 genehmigt|freigegeben|vorhanden|eingeplant|von|haben|reserviert
[buying.test 3]
gibt|gibts|haben|hätten ..4 demo|testversion|video|beispiel|testzugang
test|testphase|testversion|testzugang|probezugang|probemonat|probezeit|pilot|pilotprojekt|probelauf|demozugang|testlauf|testmonat|probeversion|kostenlos_testen|demoversion
testen|ausprobieren|probieren ..6 vorher|zuerst|kostenlos|möglich|kann|können|mal|einmal|dürfen
kann|können|könnte|könnten|möchte|möchten ..6 testen|ausprobieren|probieren
[buying.referenz 3]
mit ..4 ihrer|eurer kunden ..3 sprechen|reden|telefonieren
referenz*|referenzkunden|anwenderbericht*|fallstudie*|erfahrungsbericht*
kunden|betriebe|firmen|betrieb|unternehmen ..6 ähnlich*|vergleichbar*|größe|branche|wie_uns|wie_wir|unserer
[buying.vertrag 3]
vertrag|auftrag|bestellung|avv|auftragsverarbeitung*|rechnung ..4 schicken|senden|zusenden|unterschreib*|erteilen|zu|machen|abschließen|abschliessen|vor
bestell*|kaufen|buchen|beauftragen ..3 möchte|wollen|würden|gerne|wir|ich|lizenzen
möchte|möchten|wollen|würden ..6 bestellen|kaufen|beauftragen|abschließen|buchen_wir
[buying.passt 2]
wie ..1 schnell|bald ..3 könnten|können|anfangen|starten|loslegen
schnittstelle*|anbindung|anbinden|integration|integrier*|kompatibel|importieren|export*|datev|sap|lexware
wie_lange|wie_schnell ..6 einführung|einrichtung|dauert|einzuführen|einsatzbereit|lieferbar|starten|umsetzen|implement*
lässt|läuft|funktioniert|geht ..6 mit ..3 unserem|unserer|unseren|sap|datev

// ---- Fragen
[question.was 3]
was ..5 machen|macht|ist|bieten|bietet|tun|tut|verkaufen|verkauft|wollen|will|genau|soll|kann|bringt|meinen|meinst|heißt|heisst|steckt|unterscheidet|haben ..3 sie|ihr|eigentlich|genau|das|ihre|es|du|konkret|überhaupt|euch
worum|um_was|wofür|wozu|inwiefern|wieso|weshalb|warum
wer ..3 sind|seid|ist|bist|hat|steckt ..3 sie|ihr|das|eigentlich|dahinter|ihnen
woher ..4 haben|hast|habt|kennen|wissen|kommt|stammt|stammen|kommen|wisst
wie ..4 kommen|kommt|sind|seid|kommst ..4 auf|an ..3 uns|mich|meine|unsere
wie ..5 funktioniert|unterscheidet|unterscheiden|geht_das|läuft|soll|stellen_sie_sich|sicher|genau|heißt
sind|seid|ist|bist ..2 sie|ihr|das|du|dies ..6 
kennen|kennt|hatten|haben|hatte ..2 wir|uns ..5 
haben|hast|habt ..2 sie|du|ihr ..6 
nicht|nichts ..3 verstanden|klar|verstehe|schlau|ersichtlich|hervor|erkennen|erinnern|einordnen|zuordnen
können|könnten|kannst|könntest ..2 sie|du ..3 erklären|erläutern|sagen|konkretisieren|helfen
welche|welcher|welches|welchen
[question.einwand 2]
wo ..3 ist|sind|liegen|stehen|werden|sitzen
dsgvo|datenschutz
aber ..4 warum|wieso|was|wie|das_macht|das_kann
sollte|sollten ..1 ich|wir

// ---- spaeter
[defer.melden 3]
meld*|meldet|schreib*|ruf*|frag*|kontaktier*|komm*|prob*|versuch*|hak*|klopf*|erinner*|sprich|sprech*|anruf*|schau* ..6 @again
@contact ..4 @again
@again ..5 @contact|anschreiben|anrufen|vorbeischauen|nachzufragen|zu_melden|aufnehmen|zusammensetzen|hören|an|drüber|darüber|aufgreifen|auf_uns_zu|auf_mich_zu|in_verbindung|in_kontakt
meld*|meldet ..2 sie|dich|euch|di|ihna|s ..6 
wieder|erneut|nochmal|noch_mal|nochmals|noch_einmal ..4 an|auf|melden|schreiben|probieren|versuchen
später|nochmal|noch_mal ..5 
wiedervorlage
thema|das|projekt|es ..5 wieder|erneut|nochmal ..3 auf|aufgreifen|aufnehmen|prüfen|ansehen|anschauen|aktuell
dann ..3 gerne|gern|wieder|nochmal|noch_mal|schauen|sehen|reden|sprechen
[defer.once 3]
erst ..3 wenn|ab|nach|im|mit ..6
im|nach|ab|zum ..3 vielleicht|eventuell|evtl
frühestens|frühstens|ehestens
sobald|wenn ..10 @contact|melden|meld*|gerne|reden|sprechen|schreiben|nachfragen|interessant|anrufen
vielleicht|eventuell|evtl|womöglich|möglicherweise|irgendwann ..5 später|nächstes|wieder|im|ende|anfang|nach
zu_einem|zu späteren|anderen|späterer ..1 zeitpunkt|mal
[defer.when 2 raw]
bis ..2 dahin|danach|dann ..3
vorher|davor ..4 nicht|kein|keinen|keine
nach ..2 dem|der|den|de ..2 wieder|dann|gern|gerne|vielleicht
abwarten|gedulden|vertagt ..6
wiedervorlage|klopfen|anklopfen ..6
beim nächsten ..3
wenn ..8 so|dann ..2 in
danach|anschließend|anschliessend ..3 gern|gerne|wieder|ja|können|reden|zeit|schauen
wenn|sobald ..6 also|dann|anfang|ende|mitte ..3
geben|gebt|gib|lassen|lasst ..2 uns|mir ..3 monate|wochen|zeit|jahr|monat
nicht|nichts|nix|keine|kein|erst|frühestens|frühstens ..4 vor|ab|nach|im|in|wieder|bis
nach|ab|ende|anfang|mitte|im|in|nächsten|nächstes|nächste|nächster ..6 besser|passt|wieder|luft|zeit|ruhiger|gerne|gern|eher|reden|sprechen|ruhe|budget|schauen|interessant|möglich|entscheiden|planen|kapazität|kapazitäten|kopf
besser|passt|wieder|luft|zeit|ruhiger|gerne|gern|eher ..4 nach|ab|ende|anfang|mitte|im|in|nächsten|nächstes|nächste|nächster|bis
bin|sind ..3 wieder|zurück|ab
im|bis|in ..4 urlaub|messe|inventur|umzug|umstellung|ernte|saison|hochsaison|elternzeit
bis ..5 beschäftigt|voll|ausgelastet|dicht|zu|weg|unterwegs|keine_zeit|stress|ausgebucht|verplant|geht_nichts|nichts
budget ..6 nächstes|neues|erst|ab|neuen|für|steht|planung|planen
vertrag|verträge|vertragsende ..6 bis|läuft|endet|ende|aus
[notnow.momentan 2 raw]
momentan|derzeit|zurzeit|zur_zeit|aktuell|gerade|jetzt|im_moment|im_augenblick|augenblicklich|heuer|dieses_jahr|grad|vorerst|fürs_erste|noch ..5 nicht|nichts|kein|keine|keinen|nix|viel|stress|schlecht|ungünstig|hochsaison|ned|net|wenig|voll|unpassend
nicht|nichts|kein|keine|keinen|schlecht|schlechter|ungünstig|ungünstiger|falscher|viel ..4 momentan|derzeit|zurzeit|zur_zeit|aktuell|gerade|jetzt|im_moment|im_augenblick|dieses_jahr|heuer|zeit|zeitpunkt|moment
hochsaison|hauptsaison|jahresabschluss|jahresendgeschäft|land_unter|stress
keine zeit|kapazität|kapazitäten|luft
zu viel|früh|viel_los|voll
mitten in|im
[notnow.wir-melden 2 raw]
melde|melden|kommen|komme|kontaktieren ..2 ich|wir|uns|mich ..6 
wir|ich ..3 melden|melde|kommen|komme|kontaktieren ..4 uns|mich|auf_sie|sie ..4

// ---- andere Personen
[referral.zustaendig 3]
sache|aufgabe|bereich ..2 von|vom|des|der ..3
frag*|müss*|sollt* ..4 kollegin|kollege|kollegen|frau|herrn|herr|chef|chefin ..4
meine|meinen|meinem|unser|unsere|unseren kollegin|kollege|kollegen|chef|chefin|einkauf|vorgesetzten ..4 fragen|wenden|sprechen|zuständig|schreiben|anrufen
zuständig|verantwortlich|ansprechpartner|ansprechpartnerin|ansprechperson|kontaktperson|zuständige|verantwortliche|zuständigen|richtige|richtigen|entscheider
nachfolger|nachfolgerin ist
wend* ..3 sie|dich|euch|s ..3 an|bitte|direkt|künftig|gerne
an ..8 wenden|richten|weiterleiten|schicken|schreiben|adressieren|senden
kümmert|betreut|leitet|verantwortet|übernimmt|übernommen|macht|regelt|verwaltet|entscheidet ..4 bei_uns|jetzt|frau|herr|kollege|kollegin|darum
frau|herr|kollege|kollegin ..4 macht|betreut|leitet|übernimmt|kümmert|regelt|entscheidet|übernommen
schreib*|frag*|sprech*|ruf*|kontaktier*|red*|meld* ..4 herrn|frau|herr|meinem|meinen|meiner|unsere|unseren|unserem|unserer|dem|den|der|an|mit|bei ..2 
[referral.weitergeleitet 3]
weitergeleitet|weitergegeben|weitergereicht|leite|geb|gebe|reiche|leiten ..6 ?weiter|an
habe|hab|haben ..6 weitergeleitet|weitergegeben|weitergereicht
leite|gebe|geb|reiche ..6 weiter
cc|kopie ..4 
[wrong.nicht-ich 3 raw]
meinen|suchen|verwechseln ..3 vermutlich|wohl|wahrscheinlich|bestimmt|die_andere|den_anderen|jemand_anderen ..4
amt|posten|funktion ..5 niedergelegt|abgegeben|aufgegeben
herr|frau ..3 hat|ist|gibt ..3 nie|nicht ..2 gearbeitet
nur|bloß|bloss|lediglich ..3 mieter|fahrer|lieferwagen|hausmeister|aushilfe
laden|betrieb|firma|geschäft|unternehmen|praxis ..4 verkauft|übergeben|abgegeben
einen|eine|keinen|keine herrn|herr|frau ..3 gibt|haben ..4 nicht|keinen
telefonzentrale|zentrale|empfang ..6 weiß|weiss|nicht
falschen|falsche erwischt|angeschrieben|kontaktiert|ausgesucht
arbeite|arbeitet|bin|war|gehöre ..3 dort|da|hier|dafür|bei ..3 nicht|nimmer|net ..1 mehr|länger|dazu
nichts ..2 am_hut
bei mir|uns ..2 falsch|verkehrt
sind|bist|seid ..4 falsch|verkehrt
weiß|weiss ..5 keiner|niemand
falsch*|verkehrt* ..2 person|adresse|ansprechpartner|ansprechpartnerin|adressat*|empfänger*|mann|frau|stelle|nummer|abteilung|firma|hier|verbunden|kontakt|herr
bin|sind|ist|war ..5 nicht|nimmer|nie|net|ned ..4 zuständig|verantwortlich|richtig*|ansprechpartner*|mehr|länger|mein_bereich|meine_baustelle|der_richtige|die_richtige
nicht|nichts ..3 zuständig|verantwortlich|mein_bereich|meine_baustelle|mein_thema|meine_abteilung|mein_gebiet|mein_ressort|damit_zu_tun|zu_tun
nicht mehr ..4 bei|in|tätig|beschäftigt|dabei|zuständig|angestellt|dort|im|für
nicht|nichts ..3 mehr ..3 zu_tun|tätig|zuständig|dabei|beschäftigt
ausgeschieden|verlassen|gewechselt|pensioniert|rentner|rentnerin|gekündigt_worden
bin|sind|seit|ist|schon|inzwischen|mittlerweile|dann ..4 rente|ruhestand|pension
verwechs*|verwechselt|verwechslung|irrtum|irrtümlich|namensvetter|gleichnamig*|verwählt|vertan
privat|privatperson|privatadresse|privatmann|privatperson
nur|bloß|bin ..2 praktikant*|azubi|aushilfe|student*|lehrer*|rentner*|schüler*|auszubildende*
anderer|andere|anderen ..2 person|name|firma|mensch
keine ahnung|ahnung_wer
weiß|weiss|wüsste|kann ..3 nicht|leider_nicht|auch_nicht ..4 wer|sagen|zuständig
kein|keine|keinen ..2 betrieb|lager|firma|unternehmen|mitarbeiter|fuhrpark|unternehmer

// ---- Absagen
[decline.kein-interesse 3 raw]
nicht ..2 annehmen|wahrnehmen|eingehen|nutzen_können
abgewinkt|abgelehnt|dagegen_gestimmt|erledigt|erübrigt|tabu
sage|sag|sagen ..4 ab|nein $
ohne mich|uns
keine|kein|null chance
auch ..3 nicht $
gegen die|den|das ..2 gestimmt|anschaffung
schon|scho etwas|öppis|was
entschieden ..2
zu den_akten
kanonen auf
nicht ..1 mehr ..1 an $
leute|kollegen|mitarbeiter|team|jungs|mannschaft ..4 nicht|nie|niemand ..2 benutzen|nutzen|wollen|mögen|verwenden|annehmen
anders aufgestellt
günstigeren|günstigeres|billigeren|billiger|günstiger gefunden
geld ..3 nicht|fehlt|keins ..1 da
geld ..1 ist|fehlt nicht|uns
so_etwas|sowas|das gibt ..4 nicht
braucht|brauchts|brauchst|brauchma|bedarf ..3 kein|keine|keinen|nicht|nix
investieren|ändern|wechseln ..3 nicht|nichts|nix
lohnt|rentiert|rechnet ..6 nicht
nicht|nichts|kein|keine|keinen ..2 nerv|lust|zeit_für|anderes ..2
dürfen ..6 nicht|nichts|keine
gerade|eben|erst ..2 umgestellt|gewechselt|eingeführt|gekauft|angeschafft|unterschrieben
schwager|bruder|frau|mann|sohn|tochter|steuerberater|steuerberaterin|neffe ..3 macht|übernimmt|erledigt|kümmert|kann
macht|übernimmt|erledigt ..2 mein|meine|unser|unsere ..1 schwager|bruder|frau|mann|sohn|tochter|steuerberater|neffe|buchhalter*
will|wollen ..3 das ..1 nicht
passt|passen|past ..6 nicht|hinten_und_vorne_nicht|net|ned|ned_so
passt|läuft|klappt|funktioniert|geht scho|schon|auch_so|alles|super|gut|prima|bestens ..3 so|wie|ohne|danke|bisher|alles
kein|keine ..1 problem|probleme|schwierigkeiten ..3
bleibt ..3 so|auch|dabei|alles
so bleibt|lassen|belassen ..2
chef|chefin|vorstand|geschäftsführung|inhaber|gremium|rat ..4 nicht|dagegen|abgelehnt|nein
will|wollen ..3 nicht $
schon ..2 jemanden|jemand|wen
kein|keine|keinerlei|ohne|null|nicht|wenig|kaum ..4 interesse|bedarf|verwendung|interessiert|verwendung_dafür|notwendigkeit|nutzen|mehrwert|anlass|bedürfnis|handlungsbedarf|grund
nicht|nichts|nix ..3 interess*|brauchen|brauch|benötigen|gebrauchen|nötig|notwendig|relevant|infrage|in_frage|passend|geeignet|sinnvoll|rentabel
brauch*|benötig*|wollen|will|möcht*|such*|plan* ..6 nicht|nichts|nix|kein*|net|ned|nimmer
interessiert|passt|rechnet|lohnt|betrifft|überzeugt|hilft|bringt|kommt ..4 nicht|net|ned|nichts|nix
nein ?aber|lieben|vielen|herzlichen|besten danke|dank|kein|keine|brauchen|wir|leider
^ nein|nö|nee ?leider|danke|dank|merci|wirklich|vielen_dank $$
lass|lassen|lasst ?sie ?es ?das mal|gut_sein|stecken|bleiben $
vom tisch
thema|sache|angelegenheit ..3 erledigt|durch|gegessen|vom_tisch
danke ?aber|ihnen|für nein|nicht|kein|keine
nein danke
^ danke nein
nichts|nix|niks für|for|zu_machen
nicht|kein ..3 für ..2 uns|mich|das_richtige
absage|absagen|ablehnen|ablehnend|verzichten|verzichte|dankend
muss|müssen ..4 passen $
leider ..3 absagen|nein|ablehnen
dagegen|anders ..3 entschieden|entschlossen
entschieden ..4 dagegen|anders|nicht|gegen|für
nicht ..3 weiter|weiterverfolgen|verfolgen|weiterführen|vertiefen|zustande|in_betracht|in_erwägung|angedacht|geplant|vorgesehen|umsetzen|möglich|zusammen
kommt|kommen|komme ..4 nicht ..2 in_frage|infrage|zusammen
wird|werden ..3 nichts ?daraus ?draus $
bleib* ..5 dabei|bei|so|beim|bisherigen
[decline.haben 3]
haben|hab|nutzen|verwenden|setzen|arbeiten|benutzen|bereits|schon|längst ..4 bereits|schon|seit|längst|eine_lösung|einen_anbieter|einen_partner|einen_lieferanten|einen_dienstleister|ein_system|eine_software|jemanden|unsere_leute|gut_aufgestellt|versorgt|gelöst|im_haus|eigene|eigenes|stammlieferanten|lieferanten
zufrieden|versorgt|gut_aufgestellt|bestens_versorgt|ausgestattet|gut_bedient|eingedeckt|gut_versorgt
anderen|andere|anderer|anderes|mitbewerber|wettbewerber|konkurrenz ..3 anbieter|entschieden|lieferanten|lösung|partner|unterschrieben|beauftragt|dienstleister|system|gegangen|gewählt
bereits|schon|haben|hab|habe|wurde|ist|sind|anderweitig|gerade|längst|eben ..4 unterschrieben|beauftragt|abgeschlossen|vergeben|bestellt ..5 
machen|erledigen|lösen|regeln|haben|entwickelt ..4 selbst|intern|inhouse|eigenregie|selber
inhouse|eigenregie|eigenentwicklung|hauseigen* ..4
vertraglich gebunden
laufende*|bestehende* ..2 vertrag|verträge
[decline.geld 3 raw]
kein|keine|keinen|fehlt|nicht|gestrichen|gekürzt|ohne|wenig ..4 geld|budget|mittel|etat
budget*|mittel|etat ..5 nicht|gestrichen|gekürzt|erschöpft|ausgeschöpft|eingefroren|verplant|fehlt|kein*|weg
zu|viel_zu teuer|klein|gross|groß|alt|kostspielig|aufwendig|aufwändig|kompliziert
nicht ..3 leisten|rechnen|lohnen|bezahlbar
schließen|schliesse|schließe|insolvenz|aufgeben|aufgegeben|geschäftsaufgabe|betriebsaufgabe
[decline.weich 1 raw]
leider ..6 nicht|kein|keine|anders
viel|alles ..1 erfolg|glück|gute
trotzdem|dennoch|schade
leider|bedaure|bedauern|tut_mir_leid|tut_uns_leid
zu spät

[ack.danke 1]
^ danke|dank|merci|vielen_dank|ok|okay|erhalten|notiert|gelesen|verstanden|alles_klar|in_ordnung|aha|soso|passt|super|prima|gut|haha|hm $
zur kenntnis
[shares.not 2]
durchgerutscht|verschlampt|vergessen|untergegangen|liegengeblieben|durch_die_lappen
so ..2 nicht ..1 weitergehen|weiter|bleiben
problem*|ärger|ärgern|chaos|stress|mühsam|aufwand|fehler|verspätung*|überstunden|reklamation*|beschwerden|verlier*|verlust*|verloren|excel|zettel|papier|whatsapp|händisch|manuell|per_hand|von_hand|engpass|personalmangel|ausfall|ausfälle|krank|krankheit|katastrophe|nervt|hapert|klemmt|doppelt|nacharbeit|schwund|ausschuss|wartezeit*|stillstand|leerfahrten|überblick|unübersichtlich|umständlich|kostet_uns|kalender|telefon|standen|besser_werden
[shares.ziel 2]
ziel|ziele|wollen_wir|müssen_wir|planen|vorhaben|wachsen|erweitern|umstellen|eröffnen|ausbauen|neubau|umzug|einstellen|suchen_wir
[shares.fakten 2]
wir|ich|uns|haben|sind|unsere|davon|dazu|ca|rund|etwa ..5 # ..2
# mitarbeiter*|leute|fahrzeuge|standorte*|filialen|maschinen|kunden|aufträge|rechnungen|stunden|nutzer|betten|schulen|filiale|euro|lkw|fahrer|monteure|kollegen|täglich|prozent|tage|tonnen|objekte|wohnungen
wir|unser|unsere ..4 arbeiten|nutzen|fahren|machen|sind|betreiben|verwenden|planen|beschäftigen
weil|denn|da_wir ..6
zurzeit|derzeit|momentan|aktuell|bisher ..6

// ---- Redewendungen
[decline.redensart 3 raw]
können|kannst|könnt|kannste ..3 knicken|abschreiben|abhaken|vergessen
nimmerleinstag|nimmerleins|sanktnimmerleinstag|nimmerlein
wenn ..1 ostern|weihnachten ..4 pfingsten|zusammen*
wenn ..2 schweine|kühe|elefanten fliegen
nicht|keinen ..4 vom_hocker
^ zwecklos|aussichtslos|vergebens|chancenlos|sinnlos
schön ..1 wärs|wär_s ..1 ?aber nein|nicht
gestorben|begraben ..1 ?ist|für $
liegt ..2 nicht_an_euch|nicht_an_ihnen
[decline.entschieden 3 raw]
überstimmt
entscheidung ..3 gefallen ..5 gegen|anders|anderen|anderer
gegen ?sie|euch|ihr|ihre ?angebot ausgefallen|entschieden|gestimmt
damit|somit ..2 gelaufen|vom_tisch|gegessen|gestorben
doch|leider das|den|die|der andere|anderen ..1 geworden|genommen
mitbewerber|konkurrenz|konkurrent|wettbewerb|nachbar|schwager ..4 geworden|genommen|bekommen
vom|den|die|das ..3 schwager|nachbarn|bruder|cousin ..2 genommen|gekauft
vorstand|gemeinderat|beirat|gesellschafter|kuratorium|rat|verein|konzern|zentrale ..5 dagegen|gegen|gestoppt|gestrichen|kassiert|abgelehnt
stelle|stellen|ausgabe|ausgaben|investition|investitionen ..3 gestrichen|gestoppt|eingefroren
insolvent|pleite|zahlungsunfähig|bankrott
einstimmig|mehrheitlich ..4 dagegen|gegen|abgelehnt|nein
[decline.zurecht 2 raw]
kommen|komme|komm ..3 zurecht|ohne_aus|über_die_runden|klar
macht|machen|erledigt ..3 kanton|gemeinde|zentrale|konzern|landkreis|staat|träger|land
weder ..3 platz|anlass|bedarf|geld|grund|zeit|lust
drucken|backen|brauen|bauen|schreinern|programmieren|schlachten|nähen|kochen ..1 selbst|selber
fehlt|fehlts ..4 geld|gelde|platz|strom|kleingeld|nötige|mitteln
nicht benötigt|gebraucht
sehen|sehe ..6 ab $
wechseln|wechsle|ändern|tauschen ..2 nicht|nich|nix|nichts
[defer.erinnern 3]
erinner*|erinnerung|reminder|gedächtnisstütze ..6
schick*|send*|leg* ..3 es|das|dies|mir ..2 nochmal|noch_einmal|wieder|erneut|nochmals
schreib*|meld*|send*|schick* ..4 tag|woche drauf|danach|darauf
darf|dürfen|können|kannst ..3 mich|uns ..2 wieder ansprechen|anschreiben|anhauen|fragen
wieder|dann ..2 ansprechbar|aufnahmefähig|ganz_ohr|offen_dafür|zu_haben
[defer.zeit 2 raw]
hätt|hätte|hab|habe|hob|han|hätten|haben ..3 zeit|ziit|luft|muße|musse|kopf_frei|ruhe
geht|ausgehen ..4 nimmer|nicht_mehr|nimma
vorher|davor|zuvor ..3 kann|darf|geht|lenkt|wird
tag|woche drauf|danach
sitz|sitze|steh|stehe ..4 wieder
[wrong.weiss-nicht 3 raw]
wer ..6 weiß|weiss|woaß ..3 nicht|net|keiner|niemand
entzieht sich ..2 kenntnis
zwillingsbruder|zwillingsschwester
glaube|denke|vermute ..1 sie wollten|suchen|suchten|meinten|meinen
adresslisten|adressliste|datenbank ..3 durcheinander*
verstorben
jetzt nimmer|nicht_mehr meins|unser|unseres
[interested.handel 3]
wenn|wenns ..10 im_geschäft|bin_ich_dabei|sind_wir_dabei|uns_einig|haben_wir_einen_deal
wir im_geschäft
wir ..1 uns einig
kommt ..3 auf_den_preis
hängt ..2 vom_preis|am_preis
kommen|kämen ..3 ins_geschäft
offene türen
legen|leg|legens ..6 angebot|unterlagen|zahlen
rechnen|rechne|rechnet ..2 sie|mir|uns|s ..4 vor|durch
nennen|nenn ..3 betrieb|kunden|jemanden
[referral.verbindung 3]
setzen|setz|setzt ..1 sie|dich|euch ..7 verbindung
besprechen|bereden|klären|verhandeln ..1 sie|s|das ..3 mit|beim ..4
halten|halt ..1 sie|dich sich|an ..3
müssten|müssen|sollten|müsst ..3 mit|beim ..6 besprechen|reden|klären|ausmachen|sprechen

// ---- falsch gelandet, anderswo
[wrong.gelandet 2 raw]
gelandet|geraten|erreicht|erwischt ..4 falsch*|privat*|statt|nicht|ganz_woanders
bei|in ..3 privatperson|privathaushalt|privatadresse ..3 gelandet
nachmieter|vormieter|vorbesitzer|vorgänger ..3 ?war|hatte|hieß
heiße|heisse|bin ..2 nur|zwar|zufällig ..2 so|gleich|genauso
im_ruhestand|in_rente|in_pension|rentner|rentnerin|pensioniert|pensionist
betrieb|laden|geschäft|firma|hof|praxis|wirtschaft ..3 aufgegeben|zugesperrt|geschlossen|verpachtet|verkauft ..3 ?seit
arbeite|schaffe ..2 seit ..3 nicht|nimmer|woanders|anderswo
nie ..2 gearbeitet|beschäftigt ..2
das ..1 muss|müsste|dürfte ..1 ein|eine verwechslung|irrtum
[referral.wer 3]
geht|gehen|läuft|laufen ..3 über ..1 den|die|das|unsere|unseren|meine|meinen|herrn|frau ..2
dafür|darum|darüber ist|kümmert|entscheidet|befindet ..4
bestellt|kauft|unterschreibt|bestimmt ..1 bei_uns ..3
bei_uns ..2 bestellt|kauft|unterschreibt|bestimmt|entscheidet ..2
gib|gebe|gebt|geben|reiche|schieb|schiebe ..3 weiter ..2 an
`
