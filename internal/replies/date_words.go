package replies

import (
	"strings"
	"sync"
)

// dateRole is a set of parts that a word can play in a date, in any language.
type dateRole uint32

const (
	roleUntil dateRole = 1 << iota
	roleAfter
	roleFrom
	roleBefore
	roleIn // "in", "dans", "tra", "over": a span follows
	roleNext
	roleThis
	rolePast // "last", "ago", "seit": not a date to wait for
	roleEarly
	roleMid
	roleLate
	roleArticle // may stand between the parts
	roleInclusive
	roleFew
	roleCouple
	roleQuarter
	roleHalf
	roleWeekNo
	roleToday
	roleTomorrow
	roleDayAfter
	roleTo  // joins the ends of a range
	roleFor // "for two weeks": a length
	roleFiscal
	roleWhole // "all week", "rest of the week"
)

// Units of time.
const (
	unitNone int8 = iota
	unitDay
	unitWeek
	unitMonth
	unitQuarter
	unitYear
	unitFortnight
	unitHalfYear
	unitWeekend
	unitHour
)

// Feasts and seasons that people count from.
const (
	seasonNone int8 = iota
	seasonSpring
	seasonSummer
	seasonAutumn
	seasonWinter
	feastEaster
	feastChristmas
	feastNewYear
	feastPentecost
	feastThanksgiving
	feastSchoolStart // la rentrée, back to school
	feastFerragosto
	feastCarnival
	feastHolidays // "the holidays", without a season
	feastSummerHolidays
	feastAutumnHolidays
	feastRamadan
	feastHarvest
	feastKings
	feastLabourDay
	feastMemorialDay
	feastDiwali
	feastMidsummer
	feastLunarNewYear
	feastMidAutumn
	feastIndependence
	feastBlackFriday
)

// dateWord is what a folded word can mean in a date.
type dateWord struct {
	month, weekday, unit, season int8
	number                       int
	ordinal                      int
	role                         dateRole
	weak                         bool // also an everyday word: counts only beside a number or a preposition
}

// dateVocabulary lists the words, "meaning: words of all languages", folded.
const dateVocabulary = `
month 1: january januar jannuar janner jaenner janvier enero gennaio janeiro januari styczen stycznia styczniu tammikuu tammikuuta tammikuussa ledna lednu leden ocak ocakta ianuarie januara
month 2: february februar feber fevrier febrero febbraio fevereiro februari luty lutego lutym helmikuu helmikuuta helmikuussa unora unoru subat subatta februarie
month 3: march marz maerz mars marzo marco maart marca marcu maaliskuu maaliskuuta maaliskuussa brezna breznu mart martta marts
month 4: april avril abril aprile avr kwietnia kwietniu kwiecien huhtikuu huhtikuuta huhtikuussa dubna dubnu duben nisan nisanda
month 5: may mai mayo maggio maio mei maja maju maj toukokuu toukokuuta toukokuussa kvetna kvetnu mayis mayista
month 6: june juni juin junio giugno junho czerwca czerwcu czerwiec kesakuu kesakuuta kesakuussa cervna cervnu haziran haziranda
month 7: july juli juillet julio luglio julho lipca lipcu lipiec heinakuu heinakuuta heinakuussa cervence cervenci temmuz temmuzda
month 8: august aout agosto augustus augusti sierpnia sierpniu sierpien elokuu elokuuta elokuussa srpna srpnu agustos agustosta
month 9: september septembre septiembre setiembre settembre setembro wrzesnia wrzesniu wrzesien syyskuu syyskuuta syyskuussa zari eylul eylulde
month 10: october oktober octobre octubre ottobre outubro pazdziernika pazdzierniku lokakuu lokakuuta lokakuussa rijna rijnu ekim ekimde
month 11: november novembre noviembre novembro listopada listopadzie marraskuu marraskuuta marraskuussa listopadu kasim kasimda
month 12: december dezember decembre diciembre dicembre dezembro grudnia grudniu joulukuu joulukuuta joulukuussa prosince prosinci aralik aralikta
weakmonth 1: jan ene gen
weakmonth 2: feb fev febr
weakmonth 3: mar mrz mrt
weakmonth 4: apr abr
weakmonth 5: may mai mag
weakmonth 6: jun giu juin
weakmonth 7: jul lug juil
weakmonth 8: aug ago aou
weakmonth 9: sep sept set
weakmonth 10: oct okt ott out
weakmonth 11: nov
weakmonth 12: dec dez dic
weekday 1: monday montag lundi lunes lunedi maandag mondays poniedzialek poniedzialku mandag mandagen maanantai maanantaina pondeli pazartesi montags
weekday 2: tuesday dienstag mardi martes martedi dinsdag tues tuesdays tirsdag tisdag tisdagen tirsdagen wtorek tiistai tiistaina utery sali dienstags
weekday 3: wednesday mittwoch mercredi miercoles mercoledi woensdag wednesdays weds onsdag onsdagen sroda srode keskiviikko keskiviikkona streda stredu carsamba mittwochs
weekday 4: thursday donnerstag jeudi jueves giovedi donderdag thur thurs thursdays torsdag torsdagen czwartek torstai torstaina ctvrtek persembe donnerstags
weekday 5: friday freitag vendredi viernes venerdi vrijdag fridays fredag fredagen piatek perjantai perjantaina patek cuma freitags
weekday 6: saturday samstag sonnabend samedi sabado sabato zaterdag lordag lordagen sobota sobote lauantai lauantaina sobotu cumartesi
weekday 7: sunday sonntag dimanche domingo domenica zondag sondag sondagen niedziela niedziele sunnuntai sunnuntaina nedele nedeli pazar
weakweekday 1: mon mo lun seg ma
weakweekday 2: tue di mar ter
weakweekday 3: wed mi mer mie qua wo
weakweekday 4: thu do jeu jue gio qui
weakweekday 5: fri fr ven vie sex vr
weakweekday 6: sat sa sam sab za
weakweekday 7: sun so dim dom zo
unit day: day days tag tage tagen jour jours dia dias giorno giorni dag dagen
unit week: week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane weken tydzien tygodnie tygodni vecka veckan veckor uge uger uka uke uker viikko viikon viikkoa viikolla tyden tydny tydnu hafta
unit month: month months mth mths monat monate monaten monats mois mes meses mese mesi maand maanden miesiac miesiace miesiecy manad manader maaned maneder kuukausi kuukauden mesic mesice mesicu ay
unit quarter: quarter quarters quartal quartals quartale quartalen trimestre trimestres kwartaal kwartalen trimester
unit year: year years yr yrs jahr jahre jahren jahres an ans annee annees ano anos anno anni jaar jaren jahrs
unit fortnight: fortnight fortnights quinzaine quincena quinzena veertien-dagen
unit halfyear: halbjahr halbjahres semestre semester halfjaar
unit weekend: weekend wochenende wochenendes week-end finde
unit hour: hour hours stunde stunden heure heures hora horas ora ore uur uren minute minutes minuten minutos
number 1: a one ein eine einem einer einen eines un une una uno um uma een
number 2: two zwei deux dos due dois duas twee zwo beiden
number 3: three drei trois tres tre drie
number 4: four vier quatre cuatro quattro quatro
number 5: five funf fuenf cinq cinco cinque vijf
number 6: six sechs seis sei zes
number 7: seven sieben sept siete sette sete zeven
number 8: eight acht huit ocho otto oito
number 9: nine neun neuf nueve nove negen
number 10: ten zehn dix diez dieci dez tien
number 12: twelve zwolf zwoelf douze doce dodici doze twaalf dozen
number 14: vierzehn quatorze catorce quattordici catorze veertien fourteen
number 15: quinze quince quindici fifteen
number 20: zwanzig twenty vingt veinte venti vinte twintig
ordinal 1: first erste ersten erster erstes premier premiere primer primera primero primo prima primeiro primeira eerste 1st 1er
ordinal 2: second zweite zweiten zweiter zweites deuxieme seconde segundo segunda secondo seconda tweede
ordinal 3: third dritte dritten drittes troisieme tercer tercera tercero terzo terza terceiro terceira derde
ordinal 4: fourth vierte vierten viertes quatrieme cuarto cuarta quarto quarta vierde
ordinal 9: last letzte letzten dernier derniere ultima ultimo laatste
role until: until till til bis jusqu hasta fino ate tot thru through untill jusque finche tm do_dnia
role after: after nach apres despues tras dopo depois apos once wenn_erst past following nachdem pasado pasada pasadas passado passate passata retour rientro vuelta volta ritorno
role from: from ab vom partir desde dal dalla dallo vanaf starting beginning_on onwards dall von depuis-le as_of
role before: before vor avant antes prima voor by bis_spatestens
role in: in im dans en tra fra em over binnen within dentro daqui innerhalb sous entro no na nel nella op on am au le el il la the zum um begin nello nos nas den
role next: next nachste nachsten nachster nachstes naechste naechsten naechstes naechster prochain prochaine proximo proxima prossimo prossima volgende volgend kommende kommenden kommender kommendes que-viene vindouro entrante komende komend siguiente seguinte upcoming coming venir kommt folgende folgenden folgendes nxt suivant suivante
role this: this diese diesen dieser dieses diesem ce cette cet este esta esto questo questa deze dit quest current heurigen heuer
role past: last ago letzte letzten letzter letztes letztem dernier derniere pasado pasada scorso scorsa passado passada afgelopen vorige vorig since seit depuis hace fa ha geleden sinds vergangenen vergangene past atras seither desde-hace dernieres derniers previous earlier
role early: early beginning start begin anfang debut principios comienzos inicio inicios inizio comeco inizi begins beginn principio primeros
role mid: mid middle mitte mi mediados meta meados midden halverwege half-way halfway medio
role late: late end ende fin finales fine fim finais eind einde final ends ultimos last
role article: the of de der die das dem den des du d la le les el los las il lo gli i l do da dos das del della dello dell dei al alla am im a an het von vom year on in zum zur au aux our o os as den th st nd rd er next_calendar e
role inclusive: inclusive including einschliesslich einschl inclus incluso inclusivo incluido compreso compresi inclusief met included incl inkl einschlieslich comprendido inbegrepen inclusivamente
role few: few several some paar einige quelques unos unas algunas algunos alcune alcuni qualche paio algumas alguns enkele wat ein_paar
role couple: couple pair cpl par
role quarter: quarter quartal trimestre kwartaal
role half: half halbes halben halbe demi medio meia mezzo halfjaar mitad meta
role weekno: kw kalenderwoche cw wk weeknummer wc wk v vk
role today: today heute aujourd hoy oggi hoje vandaag
role tomorrow: tomorrow morgen demain manana domani amanha tmrw tomoz 2moro tomorow tommorow tomorrrow
role dayafter: ubermorgen uebermorgen overmorgen dopodomani pasado-manana apres-demain
role to: to bis au al a ate tot through thru until till and und jusqu fino y t e tm
role for: for fur fuer pendant pour durante por per voor gedurende lang
role fiscal: financial fiscal budget geschaftsjahr geschaeftsjahr haushaltsjahr fiscale fiscal boekjaar contable esercizio ejercicio exercice wirtschaftsjahr budgetjahr
role whole: rest whole entire all ganze ganzen gesamte toute toda todo tutta tutto hele remainder restliche
season spring: spring springtime fruhjahr fruehjahr fruhling fruehling printemps primavera voorjaar lente
season summer: summer summertime sommer ete verano estate verao zomer sommar sommaren sommeren kesan kesa leta lata lato yaz
season autumn: autumn fall herbst automne otono autunno outono herfst najaar spatherbst
season winter: winter hiver invierno inverno
season easter: easter ostern paques pascua pasqua pascoa pasen semana-santa osterferien osterfeiertagen osterfeiertage paasvakantie paasdagen
season christmas: christmas xmas weihnachten noel navidad navidades natale natal kerst kerstmis weihnachtsferien kerstvakantie feiertage feiertagen feiertagszeit kerstdagen weihnachtszeit
season newyear: silvester neujahr jahreswechsel nouvel capodanno reveillon jaarwisseling
season pentecost: pfingsten pentecote pentecostes pentecoste pinksteren whitsun pfingstferien
season thanksgiving: thanksgiving
season schoolstart: rentree
season ferragosto: ferragosto
season carnival: karneval carnaval fasching carnevale fastnacht
season kings: reyes epifania befana epiphanie
season summerholidays: sommerferien sommerurlaub zomervakantie sommerpause sommerloch betriebsferien bouwvak
season autumnholidays: herbstferien herfstvakantie
season holidays: holidays ferien urlaub vacances vacaciones ferie ferias vakantie hols vacanze
season ramadan: ramadan ramazan eid bayramdan bayram
season diwali: diwali
season midsummer: midsummer midsommar juhannus sankthans
season harvest: harvest ernte vendanges vendimia vendemmia oogst
`

// dateWords is the vocabulary by folded word.
var dateWords = sync.OnceValue(func() map[string]dateWord {
	m := map[string]dateWord{}
	for line := range strings.SplitSeq(dateVocabulary, "\n") {
		head, words, ok := strings.Cut(line, ": ")
		if !ok {
			continue
		}
		kind, value, _ := strings.Cut(head, " ")
		for w := range strings.FieldsSeq(words) {
			d := m[w]
			d.add(kind, value)
			m[w] = d
		}
	}
	return m
})

var dateRoles = map[string]dateRole{
	"until": roleUntil, "after": roleAfter, "from": roleFrom, "before": roleBefore, "in": roleIn, "next": roleNext,
	"this": roleThis, "past": rolePast, "early": roleEarly, "mid": roleMid, "late": roleLate, "article": roleArticle,
	"inclusive": roleInclusive, "few": roleFew, "couple": roleCouple, "quarter": roleQuarter, "half": roleHalf,
	"weekno": roleWeekNo, "today": roleToday, "tomorrow": roleTomorrow, "dayafter": roleDayAfter, "to": roleTo,
	"for": roleFor, "fiscal": roleFiscal, "whole": roleWhole,
}

var dateUnits = map[string]int8{
	"day": unitDay, "week": unitWeek, "month": unitMonth, "quarter": unitQuarter, "year": unitYear,
	"fortnight": unitFortnight, "halfyear": unitHalfYear, "weekend": unitWeekend, "hour": unitHour,
}

var dateSeasons = map[string]int8{
	"spring": seasonSpring, "summer": seasonSummer, "autumn": seasonAutumn, "winter": seasonWinter,
	"easter": feastEaster, "christmas": feastChristmas, "newyear": feastNewYear, "pentecost": feastPentecost,
	"thanksgiving": feastThanksgiving, "schoolstart": feastSchoolStart, "ferragosto": feastFerragosto,
	"carnival": feastCarnival, "holidays": feastHolidays, "summerholidays": feastSummerHolidays,
	"autumnholidays": feastAutumnHolidays, "harvest": feastHarvest, "kings": feastKings, "ramadan": feastRamadan, "diwali": feastDiwali, "midsummer": feastMidsummer,
}

// add gives a word one more meaning.
func (d *dateWord) add(kind, value string) {
	n := 0
	for _, c := range value {
		if c >= '0' && c <= '9' {
			n = n*10 + int(c-'0')
		}
	}
	switch kind {
	case "month":
		d.month = int8(n)
	case "weakmonth":
		d.month, d.weak = int8(n), true
	case "weekday":
		d.weekday = int8(n)
	case "weakweekday":
		d.weekday, d.weak = int8(n), true
	case "unit":
		d.unit = dateUnits[value]
	case "number":
		d.number = n
	case "ordinal":
		d.ordinal = n
	case "role":
		d.role |= dateRoles[value]
	case "season":
		d.season = dateSeasons[value]
	}
}
