package replies

// dateVocabulary lists what words mean in a date, "meaning: words", folded.
// `@pl,cs` keeps a meaning to some languages, where it takes the place of every
// other; `sierpni-` is a stem, `day_after` a phrase.
const dateVocabulary = `
month 1: january januar jannuar janner jaenner janvier enero gennaio janeiro januari stycz- tammikuu- leden ledna lednu ocak- ianuarie januara
month 2: february februar feber fevrier febrero febbraio fevereiro februari luty lutego lutym helmikuu- unor unora unoru subat- februarie
month 3: march marz maerz mars marzo marco maart marca marcu marzec maaliskuu- brezen brezna breznu mart marta martta marts
month 4: april avril abril aprile kwiet- kwiec- huhtikuu- duben dubna dubnu nisan-
month 5: may mai mayo maggio maio mei maja maju maj toukokuu- kveten kvetna kvetnu mayis-
month 6: june juni juin junio giugno junho czerwc- czerwiec kesakuu- cerven cervna cervnu haziran-
month 7: july juli juillet julio luglio julho lipca lipcu lipiec heinakuu- cervenec cervence cervenci temmuz-
month 8: august aout agosto augustus augusti sierpni- sierpien elokuu- srpen srpna srpnu agustos-
month 9: september septembre septiembre setiembre settembre setembro wrzesn- wrzesien syyskuu- zari eylul-
month 10: october oktober octobre octubre ottobre outubro pazdziernik- lokakuu- rijen rijna rijnu ekim ekimde ekime ekimden
month 11: november novembre noviembre novembro listopad- marraskuu- kasim-
month 12: desember december dezember decembre diciembre dicembre dezembro grudnia grudniu grudzien joulukuu- prosinec prosince prosinci aralik- aralig-
month 1: jan ene gen
month 2: feb fev febr
month 3: mar mrz mrt
month 4: apr abr avr
month 5 @it: mag
weak month @it: mag
month 6: jun giu
month 7: jul lug juil
month 8: aug ago aou
month 9: sep sept
month 9 @it,pt: set
weak month @it,pt: set
month 10: oct okt ott
month 10 @pt: out
weak month @pt: out
month 11: nov
month 12: dec dez dic
month 12 @no: des
weak month: may march mars mai maj mei mart marta jan ene gen feb fev febr mar mrz mrt apr abr avr jun giu jul lug juil aug ago aou sep sept oct okt ott nov dec dez dic
weak month @no: des
weekday 1: monday mondays montag lundi lunes lunedi maandag poniedzial- mandag- maanantai- pondeli pazartesi-
weekday 2: tuesday tuesdays dienstag mardi martes martedi dinsdag tues tirsdag- tisdag- wtorek wtorku tiistai- utery sali
weekday 3: wednesday wednesdays mittwoch mercredi miercoles mercoledi woensdag weds onsdag- sroda srode srody keskiviik- streda stredu carsamba-
weekday 4: thursday thursdays donnerstag jeudi jueves giovedi donderdag thur thurs torsdag- czwartek czwartku torstai- ctvrtek persembe-
weekday 5: friday fridays freitag vendredi viernes venerdi vrijdag fredag- piatek piatku perjantai- patek cuma cumaya
weekday 6: sabados saturday saturdays samstag sonnabend samedi sabado sabato zaterdag lordag- sobota sobote lauantai- sobotu cumartesi-
weekday 7: domingos sunday sundays sonntag dimanche domingo domenica zondag sondag- niedziel- sunnuntai- nedele nedeli pazar
weekday 1: montags lundis maandags 月曜日 月曜
weekday 2: dienstags mardis dinsdags 火曜日 火曜
weekday 3: mittwochs mercredis woensdags 水曜日 水曜
weekday 4: donnerstags jeudis donderdags 木曜日 木曜
weekday 5: freitags vendredis vrijdags 金曜日 金曜
role plural: sabados domingos mondays tuesdays wednesdays thursdays fridays saturdays sundays montags dienstags mittwochs donnerstags freitags lundis mardis mercredis jeudis vendredis maandags dinsdags woensdags donderdags vrijdags samstags sonntags
weekday 1: mon mo lun seg ma
weekday 2: tue di mar ter
weekday 3: wed mi mer mie qua wo
weekday 4: thu do jeu jue gio qui
weekday 5: fri fr ven vie sex vr
weekday 6: sat sa sam sab za
weekday 7: sun so dim dom zo
weak weekday: mon mo lun seg ma tue di mar ter wed mi mer mie qua wo thu do jeu jue gio qui fri fr ven vie sex vr sat sa sam sab za sun so dim dom zo
weekday 1: segunda
weekday 2: terca
weekday 3: quarta
weekday 4: quinta
weekday 5: sexta
unit day: day days tag tage tagen tages jour jours dia dias giorno giorni dag dagen dagar dage dager dni dzien dnia dny dnech gun gune paiva paivaa paivan 日間
unit week: semaninha semaninhas settimanine
role plural: semaninhas semanitas
unit week: week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane weken tydzien tygodnie tygodni tygodniu tygodnia vecka veckan veckor veckorna uge uger ugen uka uke uker uken viikko viikon viikkoa viikolla tyden tydny tydnu hafta haftaya 週間 weekje weekjes settimanella semanita semanitas wochlein haftasi haftasinda 週
unit month: month months mth mths monat monate monaten monats mois mes meses mese mesi maand maanden miesiac miesiace miesiecy miesiaca miesiacu manad manader manaden maaned maneder maned maneden kuukausi kuukauden kuukautta kuun mesic mesice mesicu ay aya ヶ月 か月 カ月 ケ月 maandje maandjes mesetto mesecito kuukauteen miesiecy kuukausi ayin ayinda ayinin
unit quarter: quarter quarters quartal quartals quartale quartalen vierteljahr trimestre trimestres kwartaal kwartalen trimester kvartal kwartal- ceyrek
unit year: year years yr yrs jahr jahre jahren jahres annee annees ano anos anno anni jaar jaren rok roku vuosi vuoden vuotta yil yila 年間 年 yilin yilinda rokiem
unit fortnight: fortnight fortnights quinzaine quincena quinzena
unit halfyear: halbjahr halbjahres semestre semester halfjaar halvar
unit weekend: weekend weekends wochenende wochenendes finde fine_settimana fin_de_semana fim_de_semana week_end helgen helg helga weekenden
unit hour: hour hours stunde stunden heure heures hora horas ora ore uur uren minute minutes minuten minutos
role plural: days weeks months quarters years tage tagen wochen monate monaten jours semaines dias semanas meses giorni settimane mesi dagen weken maanden anos anni
number 1: a one ein eine einem einer einen eines un une una uno um uma een jeden jednego ett bir yhden
number 2: two zwei deux dos due dois duas twee zwo beiden tva dwa dwie dva dve kahden kaksi iki
number 3: three drei trois tres tre drie trzy tri kolmen kolme uc
number 4: four vier quatre cuatro quattro quatro fyra fire cztery ctyri neljan nelja dort
number 5: five funf fuenf cinq cinco cinque vijf fem piec pet viiden bes
number 6: six sechs seis sei zes sex seks szesc sest kuuden alti
number 7: seven sieben sept siete sette sete zeven siedem sedm seitseman sju syv yedi
number 8: eight acht huit ocho otto oito osiem osm kahdeksan atta otte atte sekiz
number 9: nine neun neuf nueve nove negen dziewiec devet nio ni yhdeksan dokuz
number 10: ten zehn dix diez dieci dez tien tio ti kymmenen dziesiec deset
number 11: eleven elf onze once undici elva elleve yhdentoista jedenascie jedenact on_bir
number 12: twelve zwolf zwoelf douze doce dodici doze twaalf dozen tolv kahdentoista dwanascie dvanact on_iki
number 13: thirteen dreizehn treize trece tredici treze dertien
number 14: vierzehn quatorze catorce quattordici catorze veertien fourteen fjorten fjorton
number 15: quinze quince quindici fifteen funfzehn fuenfzehn vijftien
number 16: sixteen sechzehn seize dieciseis sedici dezasseis dezesseis zestien
number 18: eighteen achtzehn dieciocho diciotto dezoito achttien
number 20: zwanzig twenty vingt veinte venti vinte twintig
number 30: thirty dreissig trente treinta trenta trinta dertig
number 40: forty vierzig quarante cuarenta quaranta quarenta veertig
number 45: quarantacinque funfundvierzig fuenfundvierzig vijfenveertig forty_five quarante_cinq cuarenta_y_cinco quarenta_e_cinco
number 50: fifty funfzig fuenfzig cinquante cincuenta cinquanta cinquenta vijftig
number 60: sixty sechzig soixante sesenta sessanta sessenta zestig
number 90: ninety neunzig quatre_vingt_dix noventa novanta negentig
number 1 @da,no,sv: en et ett
number 10 @tr: on
ordinal 9 @tr: son
ordinal 1 @tr: ilk
month 3 @fr: mars
month 5 @fr,de: mai
month 5 @nl: mei
number 1 @fr: un une
role article @fr: a
role article @en: o
role before: plus_avant rien_avant jamais_avant
role not: plus_avant rien_avant jamais_avant
role to @fr: a
number 1: anderthalb anderthalben anderhalve anderhalf eineinhalb
role half: anderthalb anderthalben anderhalve anderhalf eineinhalb
number 2 @da,no: to
number 6 @sv: sex
unit year @sv,no,da: ar aret
unit year @fr: an ans
unit day @cs: den
role clockat @nl: om
role dayarticle @es,it: al dal
role to @pl,cs: i a
role to @fi: ja
role to @nl: en tot t m
role until @nl: tot
ordinal 1: first erste ersten erster erstes premier premiere primer primera primero primo prima primeira primeiro eerste forsta forste prvni pierwszy pierwszym pierwsza pierwszego prvnim prvniho ensimmainen ensimmaisella birinci ensimmaisen
ordinal 2: second zweite zweiten zweiter zweites deuxieme seconde segundo segunda secondo seconda tweede andra anden andre druhy druhem drugi drugim drugiego druheho toinen toisella toista ikinci
ordinal 3: third dritte dritten drittes troisieme tercer tercera tercero terzo terza terceiro terceira derde tredje trzeci trzecim treti tretim tretiho trzecim trzeciego kolmannella kolmas kolmannen kolmatta ucuncu
ordinal 4: fourth vierte vierten viertes quatrieme cuarto cuarta quarto quarta vierde fjarde fjerde czwarty czwartym ctvrtem ctvrty ctvrta czwarta czwartego neljas neljannen neljatta neljannella dorduncu
ordinal 9: last letzte letzten dernier derniere ultima ultimo laatste sista sidste siste ostatni ostatnim ostatniego posledni poslednim viimeisella viimeinen 最終
ordinal 5: fifth
ordinal 6: sixth
ordinal 7: seventh
ordinal 8: eighth
ordinal 10: tenth
ordinal 11: eleventh
ordinal 12: twelfth
ordinal 13: thirteenth
ordinal 14: fourteenth
ordinal 15: fifteenth
ordinal 16: sixteenth
ordinal 17: seventeenth
ordinal 18: eighteenth
ordinal 19: nineteenth
ordinal 20: twentieth
ordinal 30: thirtieth
role until: until till til bis jusqu hasta fino ate tot untill jusque frem_til fram_till til_og_med till_och_med t_o_m tom tm t_m tot_en_met up_to
role inclusive: til_og_med till_och_med t_o_m tm t_m tot_en_met through thru asti saakka kadar まで
role until: through thru asti saakka kadar まで
role until: jusquau jusqau jusqua
role after: after nach apres despues tras dopo depois apos once nachdem pasado pasada pasadas passate passata efter etter jalkeen sonra 明け 後 a_seguir_a a_seguir
role after @pl,cs: po
role after @nl: na
role from: on_or_after am_oder_nach a_partir_de beginning_on beginning_from commencing beginnend beginnend_mit beginnend_am a_contar_de con_inicio con_decorrenza com_inicio met_ingang_van met_ingang_vanaf te_beginnen_op debutant empezando comenzando
role from: from ab vom partir partire desde dal dalla dallo vanaf starting onwards von as_of fran fra od alkaen lahtien itibaren 以降 から より a_compter
role before: before vor avant antes prima voor by inden przed pred ennen
role trails: asti saakka kadar まで jalkeen alkaen lahtien itibaren 以降 から より 明け sonra
role until @pl,cs: do
role in @pl: w we za
role in @cs: v ve za
role in @sv,da,no: om i
role in: in im dans en tra fra over em binnen within dentro daqui innerhalb entro during into ici sous
role in @pt: em no na nos nas
role article @es: de del los las la a
role article @it: le di de del della dello dei a al alla ai ad
role article @pt: de do da dos das a ao
role to @pt,es,it: a al e y
role from @it: dal dalla dall dallo dalle dai dagli
role article @nl: de het van op
role in @nl: over in binnen om
role from @da,no: fra
role in @it: tra fra in entro nel nello nei
role from @es: desde
role ago: last past ago letzte letzten letzter letztes letztem dernier derniere pasado pasada scorso scorsa passado passada afgelopen vorige vorig since seit depuis hace ha geleden sinds vergangenen vergangene vergangener atras seither dernieres derniers previous earlier fa temu siden sedan forra sidste ultimi ultimos ultimas il_y_a zuletzt vor born geboren nee nacido nacida nato nata nascido nascida fodt fodd
role next: next nachste nachsten nachster nachstes nachstem naechste naechsten naechstes naechster naechstem prochain prochaine proximo proxima prossimo prossima prossimi volgende volgend siguiente upcoming folgende folgenden folgendes nxt suivant suivante que_viene que_vem que_entra que_vienen a_venir vindouro entrante nasta naeste neste seuraava seuraavalla ensi przyszly przyszlym przyszlego nastepny nastepnym pristi pristiho pristim dalsi dalsim gelecek onumuzdeki
unit week @tr: haftaya
role next @tr: haftaya
role before @tr: once
role trails @tr: once
role trails: alussa puolivalissa lopussa loppuun basinda ortasinda sonunda sonuna 初め 初旬 上旬 中旬 半ば 末
role next: 来年度
unit year: 来年度
role fiscal: 来年度 tax
role following: 翌日
unit day: 翌日
role next: 来週 来月 来年 翌週 翌月
unit week: 来週 今週 翌週
unit month: 来月 今月 翌月
unit month: mnd mnds mesinho mesinhos
unit month: el_otro_mes
unit year: 来年 今年
role this: 今週 今月 今年
role coming: coming kommenden kommender kommende kommendes komende komend kommt
role afternext: after_next ubernachste ubernachsten ubernachster ubernaechste ubernaechsten uebernaechste uebernaechsten 再来週
unit week: 再来週
role this: this diese diesen dieser dieses diesem ce cette cet este esta esto questo questa deze dit quest current heurigen heuer deste desta neste nesta denna detta denne dette talla tym tomto bu
role early: early beginning start begin anfang anfangs debut principios comienzos inicio inicios inizio comeco inizi beginns principio primeros primi borjan begyndelsen begynnelsen alussa poczatku zacatku zacatkem basinda 初め 初旬 上旬
role mid: mid middle mitte mediados meta meados midden halverwege halfway medio mitten midten puolivalissa polowie polovine ortasinda 中旬 半ば halfway_through half_way_through midway_through half_way midt mitte_der meio
role mid @nl: half medio midden halverwege
role mid @fr: mi milieu
role mid: au_milieu
role late: late end ende fin finales fine fim final finais eind einde ends slutet slutten slutningen lopussa loppuun konca koncu koncem konce sonunda sonuna 末 下旬 koniec
role during: later im_laufe_der im_laufe_des im_lauf_der in_the_course_of au_cours_de_la au_cours_de courant_de_la senere senare
role early: courant im_laufe_des_monats
role article: the of de der die das dem den des du d la le les los las il lo gli l do da dos das del della dello dell dei al alla am im an het von van on in zum zur au aux our os as calendar ai agli ad any sometime 、 （ dates le_jour la_journee giorno
role dayarticle: el le il al del dal ate jusqu au la_date_du
role dayarticle: jusquau jusqau
role article: a to_the um op na no nel nella nello nos nas
role mark: th st nd rd er e 日 o 月
role mark: ste º ª
weekday 2: 火
weekday 3: 水
weekday 4: 木
weekday 5: 金
weekday 6: 土
weak weekday: 火 水 木 金 土
role inclusive: inclusive inkluderad einschliesslich einschl inclus incluse incluso inclusivo incluido compreso compresi compresa inclusief included incl inkl comprendido inbegrepen inclusivamente including wlacznie vcetne dahil inklusive eingeschlossen
role few: few several some paar einige einigen quelques unos unas algunas algunos alcune alcuni qualche algumas alguns enkele wat kilka nekolik muutaman birkac ein_paar umas uns algumas
role few: unos_cuantos unas_cuantas
role couple: couple pair cpl paio parin par
role quarter: quarter quartal quartals trimestre kwartaal kvartal kvartalet kwartale kwartal ctvrtleti ceyrek trim 四半期 kvartaal- ceyrek- neljannes kvartalu kwartalu ctvrtletim
role half: half halbes halben halbe demi medio media meia meio mezzo mezza mitad meta halfte haelfte moitie metade helft halva halv polroku
role half @nl: helft halve half
role weekno: kw kalenderwoche kalenderwochen cw wk weeknummer wc wks v vk viikko viikolla tydzien sem
role article: w_c week_commencing week_beginning week_starting
role weekof: w_c week_commencing week_beginning week_starting
role today: today tonight heute aujourd_hui hoy oggi hoje vandaag idag tanaan dzis dzisiaj dnes bugun 本日 今日 aujourd
role today: a_fortnight_today fortnight_today
number 15: a_fortnight_today fortnight_today
number 1: another
role tomorrow: a_week_tomorrow
number 9: a_week_tomorrow
role then: drauf
role today: i_dag
role today: a_week_today today_week oggi_a_otto hoy_en_ocho aujourd_hui_en_huit vandaag_over_een_week
number 8: a_week_today today_week oggi_a_otto hoy_en_ocho aujourd_hui_en_huit vandaag_over_een_week
role tomorrow: tomorrow morgen demain manana domani amanha tmrw tomoz 2moro tomorow tommorow tomorrrow imorgon imorgen huomenna jutro zitra yarin 明日 翌日
role tomorrow: i_morgen i_morgon
role dayafter: ubermorgen uebermorgen dopodomani day_after_tomorrow apres_demain pasado_manana depois_de_amanha overmorgen overimorgen 明後日
role to: to bis au al a ate tot through thru until till and und jusqu fino y e et og och tot_en_met 、
role to: to_the
role or: or oder ou o of to bis a tot till lub nebo tai eller
role for: for fur fuer pendant durante voor gedurende por per pour
role give: leave_it leave_me leave_us laat_het laat_me give another ander denos deme laissez donnez geben gebt gib geef dai dia_me lassen_sie_uns lassen_sie_mir lass_uns lass_mir deje dejeme dejanos dejame lasci lasciami lasciateci dammi dacci dateci ci_dia mi_dia de_me de_nos da_me deixe_me me_de nos_de me_da laat_het_even gun_me gun_ons laisse_moi laisse_nous donne_moi give_it giv_mig gi_meg ge_mig dajcie dejte daj daj_mi dame denme dejte_mi dejte_nam dejte anna_minulle anna_meille antakaa dac_mi dac_nam prosze_mi_dac ge_oss giv_os gi_oss need brauche brauch brauchen faut necesito necesitamos necesitaria servono serve preciso precisamos behover trenger tarvitsen potrzebuje potrzebujemy potrebuji potrebujeme
role hence: from_now is_up are_up is_over are_over vorbei herum later time hence spater kuluttua paasta sonra 後 s_time kesken sur_ce icinde verin veriniz ほど nodig brauche brauch brauchen
role good: of de di more full good guten business working volle weitere weiteren andere altri s andere_ solid goede petit petite bon bonne buon buona buen buena boa bom klein kleine kleinen kleiner mas mais noch nog encore more altre otras outras outros autres otros
role about: about etwa ca circa environ unos around roughly approx ungefahr rund ongeveer cerca noin okolo kolem zirka around_the spatestens fruhestens it us me uns mir nous moi this gut knapp rund_um sie bitte please mal doch ihnen favor svp alsjeblieft alstublieft prego cortesia another_ another just zo_n zowat asi_como somewhere cirka omkring ungefar omtrent asi yaklasik environ nog at_least au_moins al_menos almeno pelo_menos ten_minste mindestens zumindest
role fiscal: financial fiscal budget fiscale contable exercice_fiscal budgetaire
role fiscal: geschaftsjahr geschaeftsjahr geschaftsjahres haushaltsjahr boekjaar esercizio ejercicio exercice wirtschaftsjahr budgetjahr rozpoctovem fy
unit year: geschaftsjahr geschaeftsjahr geschaftsjahres haushaltsjahr boekjaar esercizio ejercicio exercice wirtschaftsjahr budgetjahr fy
role next: new neue neuen neues neuer nouvel nouveau nuevo nuovo novo nieuwe
role next: q_vem q_viene el_otro_mes la_otra_semana para_a_semana pra_semana
role whole: rest reste resto whole entire all ganze ganzen gesamte gesamten toute tout toda todo tutta tutto hele heel remainder restliche restlichen throughout hela caly cala cely koko tamamen
role article @sv,da,no: den det i
role article: av af
role before: ikke_for
role not: ikke_for
role within: within innerhalb sous entro inom indenfor innenfor w_ciagu behem binnen
role then: im_anschluss im_anschluss_daran na_afloop na_afloop_daarvan apres_cela apres_ca apres_quoi al_termine al_terminar_eso
role then: after_that after_this after_it thereafter afterwards afterward after_which danach hernach anschliessend darauf daarna erna nadien dopo dopodiche despues depois apres ensuite derefter deretter darefter sen_jalkeen potem
role following: drauf following lendemain folgenden darauffolgenden suivant suivante siguiente seguente seguinte next_day the_one_after die_danach la_suivante die_daarna la_siguiente quella_dopo a_seguinte
unit day: lendemain
role return: retour rientro ritorno vuelta volta
role wait: wait hold hold_off patience warten abwarten attendre attendez patienter espere esperar espera aspettare aspetti attendere aguardar aguarde wachten wacht
role not: nobody niemand keiner nadie nessuno ninguem not nicht pas no non nao niet dont nothing nichts rien nada niente cant never earlier fruher frueher nie wont nit ned cannot keine kein keinesfalls niets geen vor unable jamais nunca mai_prima ikke inte nicht_vor ei olmaz degil
role earlier: earlier sooner eerder fruher frueher
role clock: uhr uur u h am pm a_m p_m hrs horas heures sharp oclock ore hs klokken
role clockat: at um gegen vers alle ore ora las as om around_at kl klo klockan
role daypart: morning afternoon evening vormittag nachmittag abend matin ochtend middag soir mattina pomeriggio manha tarde fruh mittag namiddag avond formiddag eftermiddag ettermiddag
role label: nr number ticket vorgang vorgangsnummer case ref reference referenz referencia riferimento referentie durchwahl tel telefon telefono telefone phone fax mobil mobile ramal ext version v versione versao order bestellung auftrag commande pedido ordine invoice rechnung facture factura fattura iso apartado tunnus tunnuksella sagsnr saksnr sagsnummer saksnummer arende arendenummer arendenr numer numerem numeru cislem cislo numarasiyla numarali numarasi 番号 dossier pratica processo zgloszenie po_number
role greeting: happy wish wishes wishing gutes frohes guten goede goeden bonne feliz buon felice gelukkig rutsch prosperous merry frohe joyeux prospero voeux jeden schonen schoenen prettige fijne
role starts: anfangen beginnen vuelven voltam recomecam recommencent recommence reprennent reprend riprende riprendono ricominciano ricomincia riprenda starten empiecen empiezan empiece comience comiencen begonnen angefangen is_back are_back go_back goes_back ricominciata wieder_los starts begins comes arrives beginnt anfangt losgeht kommt commence arrive empieza comienza llega inizia comincia arriva comeca chega begint aanbreekt
role over: is_over are_over is_past is_behind_us is_behind_me are_behind_us out_of_the_way is_done is_through has_passed have_passed vorbei vorueber voruber rum geschafft passe passee terminee finie fini derriere voorbij achter_de_rug afgelopen passata passato finita finito terminata terminato conclusa concluso pase pasen acabe haya_pasado hayan_pasado acabar terminar passou terminou passado
role over @fr,es: termine
role event: fair fairs exhibition expo conference congress audit inspection inventory stocktake stocktaking launch relocation merger migration rollout season exams messe hausmesse fachmesse ausstellung kongress tagung prufung pruefung inventur umzug fusion umstellung einfuhrung einfuehrung saison hochsaison salon foire congres inventaire demenagement lancement saison feria congreso auditoria inventario mudanza migracion lanzamiento campana temporada fiera congresso ispezione trasloco fusione migrazione lancio stagione feira mudanca fusao migracao lancamento safra beurs vakbeurs inventarisatie verhuizing fusie migratie open_dag seizoen livegang go_live golive renovation umbau travaux obras lavori verbouwing wedding hochzeit mariage boda matrimonio casamento bruiloft
role ending: once finita finito passata passato terminata terminato conclusa concluso une_fois cuando_pase cuando_pasen cuando_termine cuando_acabe cuando_terminen quando_passar quando_acabar quando_terminar quando_passarem una_vez_pasada una_vez_pasado terminada terminado acabada acabado pasada pasado passada passado quando_sara_passata quando_sara_finita quando_finisce
role sametime: a_la_meme_epoque a_la_meme_periode a_pareille_epoque por_estas_fechas por_esta_epoca por_estas_mismas_fechas di_questi_tempi in_questo_periodo nesta_altura por_esta_altura por_esta_epoca nesta_mesma_epoca rond_deze_tijd om_deze_tijd rond_dezelfde_tijd same_time selbe_zeit gleiche_zeit gleichen_zeit selben_zeit meme_epoque meme_moment meme_periode misma_epoca misma_fecha stesso_periodo mesma_epoca mesma_altura zelfde_tijd this_time about_this_time um_diese_zeit
role break: break recess vacation vacations season rush period time leave shutdown holidays holiday
role own: my our mein meine meinem meinen unser unseren mes mi mis mijn minhas minha onze bank school nos nostre mie nuestras min vara
season spring: spring springtime fruhjahr fruehjahr fruhling fruehling printemps primavera voorjaar lente varen foraret varren kevaalla wiosna
season summer: summer summertime sommer ete verano estate verao zomer sommar sommaren sommeren kesan kesa kesalla leta lata lato yaz yazdan
season autumn: autumn fall herbst automne otono autunno outono herfst najaar spatherbst hosten efteraret syksylla jesieni jesienia podzim sonbahar fruhherbst fruehherbst spaetherbst naherfst
role early: fruhherbst fruehherbst fruhsommer fruehsommer fruhlingsanfang voorzomer
role late: spatherbst spaetherbst spatsommer spaetsommer nazomer naherfst
season summer: fruhsommer fruehsommer spatsommer spaetsommer nazomer voorzomer
season winter: winter hiver invierno inverno vintern talvella zime
weak season: fall lente spring otono ete estate varen leta lata yaz kesa
season easter: karwoche holy_week semaine_sainte paasweekend osterwochenende easter_week osterwoche easter ostern paques pascua pasqua pascoa semana_santa settimana_santa osterferien osterfeiertagen osterfeiertage osterpause paasvakantie paasdagen pask pasken paske wielkanocy wielkanoc velikonoc- paasiaisen paasiaisten
season christmas: christmas xmas weihnachten noel navidad navidades natale natal kerst kerstmis kerstdagen weihnachtszeit jul_helgen julen jul joulun bozego_narodzenia vanoc vanocich
season turnofyear: turn_of_the_year weihnachtsferien weihnachtspause kerstvakantie christmas_break feiertagszeit les_fetes fetes las_fiestas fiestas as_festas festas helgerna holiday_season silvester jahreswechsel capodanno reveillon jaarwisseling arsskiftet nyar nytar joulun_pyhien swietach 年末年始 正月 yilbasindan yilbasi vuodenvaihde vuodenvaihteen nyttar 年末年始明け
season feastdays: feiertage feiertagen feestdagen le_feste feste
season betweenyears: zwischen_den_jahren zwischen_weihnachten_und_neujahr zwischen_weihnachten_und_silvester between_christmas_and_new_year between_christmas_and_new_years between_christmas_and_new_year_s between_xmas_and_new_year between_christmas_and_the_new_year entre_noel_et_nouvel_an entre_noel_et_le_nouvel_an entre_noel_et_le_jour_de_l_an entre_navidad_y_ano_nuevo entre_navidad_y_fin_de_ano tra_natale_e_capodanno fra_natale_e_capodanno entre_natal_e_ano_novo entre_o_natal_e_o_ano_novo entre_o_natal_e_ano_novo tussen_kerst_en_nieuwjaar tussen_kerst_en_oud_en_nieuw twixmas betwixtmas
season newyear: new_years new_year_s new_year neues_jahr neuen_jahr neuem_jahr neue_jahr neuen_jahres nouvelle_annee nouvel_an nuevo_ano ano_nuevo nuovo_anno anno_nuovo novo_ano ano_novo nieuwe_jaar nieuwjaar neujahr nya_aret nye_ar nowym_roku novem_roce 年明け 年始
season ascension: vatertag herrentag mannertag hemelvaartweekend himmelfahrtswochenende himmelfahrtwochenende himmelfahrt ascension hemelvaart hemelvaartsdag
season pentecost: pfingsten pentecote pentecostes pentecoste pinksteren whitsun pingst pfingstwochenende pinksterweekend pinse pinsen
season thanksgiving: thanksgiving
season schoolstart: rentree back_to_school schulbeginn schulanfang start_of_term vuelta_al_cole volta_as_aulas inicio_das_aulas inicio_del_curso vuelta_a_clase ripresa_della_scuola ripresa_delle_lezioni inizio_delle_lezioni inizio_della_scuola rientro_a_scuola reprise_des_cours retour_en_classe begin_van_het_schooljaar
role school: school schools schule schulen unterricht schuljahr ecole ecoles cours colegio colegios cole clases curso escuela scuola scuole lezioni escola escolas aulas scholen schooljaar lessen classes term
season ferragosto: ferragosto maria_himmelfahrt assomption asuncion
season carnival: karneval carnaval fasching carnevale fastnacht fasnacht
season kings: dos_reis dia_de_reis os_reis reyes epifania befana epiphanie dreikonig dreikoenig dreikonige
season summerholidays: sommerferien sommerurlaub zomervakantie sommerpause sommerloch bouwvak summer_holidays summer_holiday summer_break summer_vacation grandes_vacances vacances_d_ete vacaciones_de_verano ferie_estive ferias_de_verao wakacjach wakacji sommarsemestern semestern kesaloman kesalomien sommerferie お盆 夏休み 夏季休暇 tatil tatilden
season autumnholidays: herbstferien herfstvakantie
season holidays: holidays ferien urlaub vacances vacaciones ferie ferias vakantie hols vacanze
season ramadan: ramadan ramazan eid bayramdan bayram ramazan_bayrami
season sacrifice: kurban kurban_bayrami
season diwali: diwali
season midsummer: midsummer midsommar juhannus juhannuksen sankthans
season halfterm: half_term half_term_break
season allsaints: all_saints allerheiligen toussaint todos_los_santos ognissanti todos_os_santos  wszystkich_swietych
season halloween: halloween
season australiaday: australia_day
season kingsday: koningsdag kings_day
season saintjohn: sao_joao san_juan saint_jean san_giovanni
season kings: driekoningen epiphany epiphanias the_epiphany three_kings dreikonigstag epiphanie
season pentecost: pentecost whit_sunday pfingstsonntag
season ascension: ascension_day
season ferragosto: the_assumption
season saintjohn: s_joao johannistag saint_john_s sant_joan
season allsaints: todos_santos los_santos
season lent: lent careme cuaresma quaresma quaresima fastenzeit vastentijd vasten the_great_fast
season advent: advent adventszeit adviento avvento avent the_advent
season mothersday: mothers_day mother_s_day muttertag fete_des_meres dia_de_la_madre dia_da_mae festa_della_mamma moederdag
season summerholidays: grossen_ferien grosse_ferien grote_vakantie gerechtelijk_verlof vacances_judiciaires ferias_judiciais
season passover: passover pesach pessach pesah pessah
season highholidays: rosh_hashanah rosh_hashana yom_kippur sukkot simchat_torah high_holidays
season hanukkah: hanukkah chanukah chanukka
season lunarnewyear: spring_festival
season holi: holi
season dussehra: dussehra dasara dussera
season mayholidays: meivakantie
season bankholiday: bank_holiday
season fathersday: father_s_day fathers_day
season clocks: clocks_change zeitumstellung changement_d_heure cambio_de_hora cambio_dell_ora mudanca_da_hora
season summertime: clocks_go_forward clocks_spring_forward sommerzeit zomertijd
season wintertime: clocks_go_back clocks_fall_back winterzeit wintertijd
season cup: melbourne_cup cup_day
season homeland: fiestas_patrias las_fiestas_patrias
season harvest: harvest ernte vendanges vendimia vendemmia oogst
season labourday: labor_day labour_day
season memorialday: memorial_day
season independence: independence_day fourth_of_july 4_th_of_july july_fourth
season blackfriday: black_friday
season midautumn: mid_autumn mid_autumn_festival
season lunarnewyear: lunar_new_year chinese_new_year
season goldenweek: golden_week ゴールデンウィーク gw 連休
season easter @nl: pasen
role following: qui_suit que_sigue que_segue dat_volgt die_volgt successivo successiva successivi
role following: quello_dopo der_danach den_danach celui_d_apres celle_d_apres no_el_otro no_sino_el_otro nao_na_outra nao_so_na_outra non_quello_dopo
role then: depois_dela depois_dele depois_disso despues_de_eso despues_de_esa dopo_di_quella dopo_di_quello
role give: lasci_passare lasciate_passare lascia_passare deixe_passar deixa_passar deje_pasar deja_pasar dejen_pasar laissez_passer laisse_passer vergehen_lassen
role after: lasci_passare lasciate_passare lascia_passare deixe_passar deixa_passar deje_pasar deja_pasar dejen_pasar laissez_passer laisse_passer
role following: d_apres
role give: gebens_mir gebens_uns gebts_mir gebts_uns gebts gebts_ihm gebts_ihr geben_sie_ihm geben_sie_ihr gib_ihm gib_ihr lasciatele lasciategli dategli datele gli_dia le_dia denle dele donnez_lui laissez_lui geef_hem geef_haar gun_hem gun_haar deem_lhe de_lhe give_her give_him give_them
role hence: geduld patience paciencia pazienza
number 15: une_quinzaine_de una_quindicina_di
number 10: une_dizaine_de una_decina_di una_decena_de uma_dezena_de
number 8: une_huitaine_de
unit week: woch
unit week: para_a_semana pra_semana la_otra_semana
weekday 1: segundas
weekday 2: tercas
weekday 3: quartas
weekday 4: quintas
weekday 5: sextas
role plural: segundas tercas quartas quintas sextas
role plural: mesinhos
feast 1-25: burns_night burns_supper
feast 4-15: tax_day
feast 2-2: candelaria la_candelaria
feast 6-21: langste_dag langster_tag
feast 12-24: heiligabend christmas_eve nochebuena vigilia_di_natale reveillon_de_noel kerstavond heiliger_abend heiligen_abend
season kings: heilige_drei_konige heilige_drei_koenige heiligen_drei_konige heiligen_drei_koenige
feast 2-2: candlemas mariae_lichtmess lichtmess chandeleur candelora maria_lichtmis
feast 2-14: valentines valentine_s valentine_s_day valentines_day valentinstag saint_valentin san_valentin san_valentino valentijnsdag
feast 3-17: st_patrick_s_day st_patricks_day st_patrick_s st_paddy_s_day paddy_s_day patrick_s_day patricks_day paddys_day st_paddys_day st_pats_day st_patricks
feast 3-19: san_jose san_giuseppe las_fallas
feast 4-21: dia_de_tiradentes feriado_de_tiradentes
feast 4-23: georgi sant_jordi san_jorge st_george_s_day st_georges_day
feast 4-25: anzac_day festa_della_liberazione
feast 5-1: may_day tag_der_arbeit fete_du_travail fiesta_del_trabajo dia_del_trabajo festa_del_lavoro dia_do_trabalhador dia_do_trabalho
feast 5-5: bevrijdingsdag
feast 5-15: san_isidro saints_de_glace eisheiligen eisheilige ijsheiligen
feast 6-2: festa_della_repubblica
feast 6-13: santo_antonio
feast 6-19: juneteenth
feast 6-24: johanni
feast 6-29: sao_pedro san_pedro santi_pietro_e_paolo peter_und_paul sankt_peter_und_paul saint_pierre_et_paul
feast 6-30: festas_juninas festa_junina sao_joao_junino
feast 7-1: canada_day
feast 7-14: bastille_day fete_nationale quatorze_juillet
feast 7-15: swithin_s_day
feast 7-25: santiago_apostol
feast 9-7: sete_de_setembro
feast 9-29: michaelmas michaeli la_saint_michel
feast 10-3: tag_der_deutschen_einheit
feast 10-12: el_pilar dia_de_la_hispanidad fiesta_nacional nossa_senhora_aparecida del_pilar
feast 10-31: reformationstag
feast 11-2: dia_de_muertos dia_de_los_muertos finados dia_de_finados all_souls allerseelen jour_des_morts allerzielen dia_de_los_difuntos dei_morti i_morti ponte_dei_morti
feast 11-5: bonfire_night guy_fawkes
feast 11-11: veterans_day remembrance_day armistice martinstag sankt_martin sint_maarten san_martino armistice_day martinmas la_saint_martin sao_martinho s_martinho martini
feast 11-15: proclamacao_da_republica
feast 11-20: consciencia_negra
feast 12-5: pakjesavond sinterklaas sinterklaasavond
feast 12-6: nikolaus nikolaustag dia_de_la_constitucion saint_nicolas la_saint_nicolas sankt_nikolaus
feast 12-7: sant_ambrogio santambrogio
feast 12-8: inmaculada immacolata immaculee_conception maria_empfangnis
season december: puente_de_la_constitucion puente_de_la_inmaculada puente_de_diciembre puente_de_la_constitucion_y_la_inmaculada puente_constitucion puente_inmaculada acueducto_de_diciembre macropuente_de_diciembre ponte_di_sant_ambrogio ponte_di_santambrogio
season pentecostholidays: pfingstferien
season carnivalholidays: krokusvakantie krokusverlof faschingsferien fastnachtsferien
season oktoberfest: wiesn oktoberfest oktoberfestes
season advent: adventssonntag
role bridge: puente puentes pont ponts ponte ponti pontes bruckentag bruckentage bruckentagen brueckentag fenstertag brugdag macropuente hemelvaartweekend himmelfahrtswochenende himmelfahrtwochenende
role bridge: puente_de_la_constitucion puente_de_la_inmaculada puente_de_diciembre puente_de_la_constitucion_y_la_inmaculada puente_constitucion puente_inmaculada acueducto_de_diciembre macropuente_de_diciembre ponte_di_sant_ambrogio ponte_di_santambrogio
role dayoff: feiertag feiertags feriado festivo festivita feestdag holiday
role plural: puentes ponts ponti pontes
role dayoff @fr: ferie
feast 1-5: twelfth_night
feast 1-26: republic_day
season homeland: el_grito del_grito
feast 2-sunday2: super_bowl superbowl
feast 2-monday3: president_s_day family_day
feast 2-28: dia_de_andalucia
feast 4-monday3: patriots_day patriot_s_day
feast 5-1: maifeiertag dag_van_de_arbeid feest_van_de_arbeid
feast 6-12: dia_dos_namorados
feast 6-21: fete_de_la_musique
feast 8-monday1: civic_holiday
feast 8-sunday2: dia_dos_pais
feast 9-7: dia_da_independencia
feast 9-sunday3: journees_du_patrimoine
feast 9-tuesday3: prinsjesdag
feast 10-sunday1: erntedank erntedankfest
feast 10-monday2: indigenous_peoples_day
feast 10-12: dia_das_criancas dia_de_la_raza
feast 11-sunday2: remembrance_sunday
feast 11-thursday3: beaujolais_nouveau
feast easter-46: le_ceneri delle_ceneri
feast advent-14: volkstrauertag
feast advent-11: bettag buss_und_bettag
feast advent-7: totensonntag ewigkeitssonntag
role afternext: a_seguir_a_proxima_semana a_seguir_a_proxima
season allsaints: i_santi dei_santi tutti_i_santi
role after: get_past gets_past got_past us_past
role then: logo_a_seguir
role give: leave_her leave_him leave_them let_her_have let_him_have let_them_have let_me_have let_us_have give_them allow_her allow_him allow_them laissez_leur donnez_leur accordez_lui accordez_leur geben_sie_ihnen gebt_ihnen gib_ihnen deles dejele dejeles dale dales deme denos lasciagli gli_lasci le_lasci deixe_lhe deixe_lhes de_lhes da_lhe geef_ze geef_hun gun_ze
feast 12-13: santa_lucia sankta_lucia
feast 12-26: boxing_day
feast 1-13: knutsdagen tjugondag_knut
feast 1-17: san_anton sant_antoni
feast 1-20: san_sebastian sao_sebastiao
feast 1-25: st_dwynwen_s_day st_dwynwens_day
feast 2-1: st_brigid_s_day st_brigids_day imbolc
feast 2-3: san_blas sankt_blasius blasiustag
feast 2-21: biikebrennen
feast 3-1: st_david_s_day st_davids_day
feast 3-5: st_piran_s_day st_pirans_day
feast 3-8: women_s_day weltfrauentag frauentag journee_des_femmes dia_de_la_mujer festa_della_donna dia_da_mulher vrouwendag
feast 3-19: saint_joseph la_saint_joseph josefitag josephstag josefstag sankt_josef sankt_joseph
feast 3-25: lady_day annunciation maria_verkundigung mariae_verkundigung
feast 4-25: dia_da_liberdade
feast 4-30: walpurgisnacht walpurgis_night valborg valborgsmassoafton
feast 5-17: syttende_mai
feast 6-5: grundlovsdag
feast 6-10: dia_de_portugal
feast 6-21: longest_day summer_solstice solstice_d_ete solsticio_de_verano solstizio_d_estate sommersonnenwende
feast 6-24: la_saint_jean_baptiste midsummer_s_day
feast 7-7: san_fermin sanfermines
feast 7-15: st_swithin_s_day st_swithins_day st_swithun_s_day
feast 7-16: virgen_del_carmen
feast 7-26: sankt_anna annatag la_sainte_anne
feast 8-1: lammas bundesfeiertag
feast 8-12: glorious_twelfth
feast 8-15: assumption_day virgen_de_agosto virgen_de_la_paloma nossa_senhora_da_assuncao maria_hemelvaart
feast 8-24: bartholomaustag bartlma
feast 9-11: la_diada
feast 9-24: la_merce virgen_de_la_merced
feast 11-25: la_sainte_catherine kathreintag
feast 11-30: st_andrew_s_day st_andrews_day andreastag
feast 12-4: barbaratag la_sainte_barbe santa_barbara
feast 12-12: guadalupana la_guadalupana virgen_de_guadalupe dia_de_la_virgen
feast 12-21: shortest_day winter_solstice wintersonnenwende solsticio_de_invierno
feast 12-26: stephanstag stephanitag stefanitag stefanstag st_stephen_s_day st_stephens_day santo_stefano tweede_kerstdag zweiter_weihnachtstag zweiten_weihnachtstag annandag_jul
feast 12-28: santos_inocentes dia_de_los_inocentes
feast easter-52: weiberfastnacht altweiberfastnacht schmotziger_donnerstag giovedi_grasso jueves_lardero
feast easter-21: mothering_sunday
feast easter-7: palm_sunday palmsonntag domingo_de_ramos dimanche_des_rameaux les_rameaux domenica_delle_palme palmzondag
feast easter-3: maundy_thursday grundonnerstag jeudi_saint jueves_santo giovedi_santo quinta_feira_santa witte_donderdag
feast easter-1: holy_saturday karsamstag samedi_saint sabado_santo sabato_santo stille_zaterdag
feast easter+56: trinity_sunday
feast 12-31: new_year_s_eve old_year_s_night hogmanay saint_sylvestre san_silvestro sao_silvestre nochevieja oudejaarsavond oud_en_nieuw
feast 1-monday3: mlk_day martin_luther_king_day
feast 2-monday3: presidents_day
feast 5-monday1: early_may_bank_holiday may_day_bank_holiday
feast 5-monday9: spring_bank_holiday
feast 5-sunday2: dia_das_maes
feast 8-monday9: august_bank_holiday summer_bank_holiday
feast 10-monday2: columbus_day
feast easter-48: rosenmontag segunda_de_carnaval segunda_feira_de_carnaval lunes_de_carnaval
feast easter-47: terca_de_carnaval terca_feira_de_carnaval mardi_gras faschingsdienstag shrove_tuesday martes_de_carnaval martedi_grasso
feast easter-46: aschermittwoch ash_wednesday mercredi_des_cendres miercoles_de_ceniza mercoledi_delle_ceneri quarta_feira_de_cinzas as_cinzas das_cinzas aswoensdag
feast easter-2: good_friday karfreitag vendredi_saint viernes_santo venerdi_santo sexta_feira_santa goede_vrijdag
feast easter+1: easter_monday ostermontag lundi_de_paques lunes_de_pascua pasquetta tweede_paasdag lunedi_dell_angelo
feast easter+7: weissen_sonntag weisser_sonntag weissem_sonntag quasimodo octava_de_pascua low_sunday
feast easter+50: whit_monday pfingstmontag lundi_de_pentecote tweede_pinksterdag
feast easter+60: fronleichnam corpus_christi corpus_domini fete_dieu
weak season: lent i_santi dei_santi
weak feast: virgen_del_carmen virgen_de_guadalupe virgen_de_la_paloma virgen_de_la_merced les_rameaux nossa_senhora_da_assuncao lammas san_anton sant_antoni san_sebastian sao_sebastiao san_blas saint_joseph sankt_josef sankt_joseph san_fermin sankt_anna la_merce santa_barbara santo_stefano la_diada georgi candelaria santa_lucia sankta_lucia saint_nicolas san_isidro del_pilar el_pilar sao_martinho s_martinho san_martino martini michaeli johanni las_fallas dei_morti i_morti the_assumption sao_pedro san_pedro san_jose santo_antonio
weak season: epiphany the_epiphany epiphanie los_santos todos_santos sant_joan san_juan san_giovanni saint_jean advent avent avvento advento adviento
role over @pt,es: passar
role following: a_seguir le_suivant el_que_sigue o_que_vem_depois
role then @nl: erop daarop erna daarna nadien
role give: lassen_sie_ihr lassen_sie_ihm lass_ihr lass_ihm
role good: gros grosse largo larga largos largas lang langer lange
role give: comptez calculez rechnen_sie_mit rechne_mit cuente calcule reken_op allow_us allow_me allow_it
role good: dikke dicke dicken gute guter krappe ruime
season schoolstart: inicio_do_ano_letivo inicio_do_ano_lectivo debut_de_l_annee_scolaire inizio_dell_anno_scolastico inizio_anno_scolastico inicio_del_curso_escolar start_of_the_school_year beginning_of_the_school_year start_of_the_academic_year begin_van_het_schooljaar beginn_des_schuljahres
role whole: lo_que_queda quel_che_resta ce_qui_reste what_s_left what_is_left wat_er_over_is o_que_resta
`
