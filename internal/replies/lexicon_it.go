package replies

// lexiconIT is how people say it in Italian.
const lexiconIT = `
def my = mio|mia|miei|mie|nostro|nostra|nostri|nostre|questo|questa|il_mio|la_mia|i_miei|l|il|i
def data = indirizzo|indirizzi|email|mail|e|dati|nominativo|nome|numero|contatto|contatti|recapito|recapiti|casella
def list = lista|liste|elenco|elenchi|mailing|newsletter|database|archivio|archivi|banca_dati|rubrica|indirizzario|sistema|sistemi|contatti|anagrafica|distribuzione|destinatari|liste_di_invio|archivi|banche_dati|crm|mailing_list|recapiti
def mails = corrispondenza|mail|email|e|messaggi|messaggio|comunicazioni|comunicazione|pubblicita|spam|newsletter|posta|offerte|proposte|informazioni|materiale|solleciti|promozioni|contatti
def time = lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domani|oggi|mattina|mattino|pomeriggio|sera|settimana_prossima|prossima_settimana|dopodomani|mezzogiorno|stasera
def meet = chiamata|call|riunione|appuntamento|incontro|demo|dimostrazione|videochiamata|telefonata|visita|caffe|colloquio|meeting|teams|zoom|presentazione|videocall|sopralluogo
def recontact = risentiamo|risentirci|sentiamo|sentirci|riparliamo|riparlarne|riparliamone|ricontatti|ricontattatemi|ricontattarmi|ricontattami|ricontattarci|ricontattateci|riscriva|riscrivimi|riscrivermi|riscrivetemi|richiami|richiamami|richiamarmi|scriva|scrivimi|mi_scriva|scrivermi|chiami|chiamami|mi_chiami|riprovi|riprova|riprovare|aggiorniamo|aggiornarci|riprendiamo|riprendere|contatti|contattatemi|contattarmi|contattami|ripassi|rivediamo|vediamo|vederci|ricordi|ricordamelo|si_faccia|fatti|fatevi|farsi|torni|torniamo|ricontattare|riproponga|riaggiorniamo|mi_scrivi|ci_scrivi|mi_cerchi|mi_riscrivi|mi_richiami

[optout.cancellare 3]
escluda|escludeteci|escludetemi|escludetele|escludete ci|mi|da ..3
escluda ci|mi
levateci|levatemi|levaci|cavami|cavatemi|cavateci|cavi|toglieteci|cancelateci|cancelatemi|cancellateni|liberatemi|liberi ..5
mi|ci cavi|levi|liberi|escluda|faccia_uscire|depenni ..4
la|lo|li|le tolga|elimini|cancelli ?subito|immediatamente|grazie|per ?per|favore|cortesia $
voglio|vorrei|vogliamo|vorremmo ..2 uscirne|uscire ..3
disiscritt*|cancellat* ..3 volte|gia|ancora
cancell* ..1 voce ..4 archivio|lista|elenco
eliminarla|toglierla|rimuoverla|cancellarla da|dai|dalle vostr* ..2
provved* ..2 alla|a|all cancellazione|rimozione|escluder*|toglier*|eliminar*|cessino
mi|ci dimentichi|dimenticate
si|vi dimentichi|dimenticate ..1 di ..1 me|noi
indirizzo ..2 eliminare|cancellare|togliere
spariscano|spariscono|spariscono i|le miei|mie|nostri
sparisca|sparite|sparisci|sparire ..5 casella|posta|lista|piacere|grazie
tolga|togliere|tolgano|tolgo|leva|levi|levate|levare|escluda|escludere|escludete|stralci*|epur* ..2 @my ..2 @data
leva|levi|levate|levare|escluda|escludere|escludete|stralci* ..4 da|dal|dalla|dalle|dai|vostri|dagli ..3 @list
cancell*|rimuov*|toglie*|tolga|elimin* tutti|tutte|tutto ?per|grazie|favore|subito $
^ via da|dal|dalla|dalle|dai ..3 @list
uscire|esco|usciamo da|dalla|dalle|dal ..3 @list
toglietelo|toglilo|cancellatelo|cancellalo|rimuovetelo|eliminatelo|cancellatela
^ cancella|cancellami|cancellatemi|cancellarmi|cancellazione|disiscrivi|disiscrivimi|disiscrivetemi|disiscrivermi|disiscrizione|rimuovi|rimuovimi|rimuovetemi|rimozione|stop|basta|unsubscribe|annulla_iscrizione|toglietemi|toglimi|togliermi|eliminatemi ?per|grazie|subito|favore|cortesia $
disiscri*|annull*_iscrizione|cancellatemi|cancellami|cancellarmi|cancellarci|cancellateci|rimuovetemi|rimuovimi|rimuovermi|rimuoverci|rimuoveteci|toglietemi|toglimi|togliermi|togliteci|toglierci|toglieteci|eliminatemi|eliminarmi|eliminami|depennatemi|depennarmi|escludetemi|levatemi|levami
annull* ..2 iscrizione
cancell*|rimuov*|toglie*|tolga|elimin*|depenn*|espung*|rimozione|cancellazione ..4 da|dal|dalla|dalle|dai|vostri|dagli|del ..3 @list
cancell*|rimuov*|toglie*|tolga|elimin*|dimentic*|distrugg*|rimozione|cancellazione ..3 @my ..2 @data
cancellazione|rimozione ..5 dati|nominativo|contatti|indirizzo
mi cancelli|cancelliate|cancellate|rimuova|tolga|elimini|togliate|rimuoviate|cancelli
non ..4 far|essere|comparire|figurare ..4 @list
come ..5 disiscriv*|cancell* ..3
cancell*|elimin* ..3 tutti ..3 dati
[optout.non-piu 3 raw]
questa|questo ..2 l ultima|ultimo
^ mai_piu $
^ mai piu $
in black|lista list|nera
non contattarmi|contattarci|scrivermi|scriverci|chiamarmi oltre|ancora|piu
^ smettetela|smettila|la_smetta|la_smettete|fatela_finita|finitela ?subito|grazie|per|per_favore|per_favore_grazie $
la smetta|smettete|smettetela|finisca|finite ..1
fate|fatela|falla finita
non mi|ci|vi scriva|scrivete|chiami|cerchi|disturbi|chiamate|cercate|contatti|contattate ?piu|e|per ..3 $
non ..1 mi|ci cerchi|chiami|proponga|disturbi|scriva|ricontatti ..1 piu|oltre|altro|nemmeno
non ..2 mi|ci inviasse|mandasse|scrivesse|inviaste|mandaste|scriveste ..2
non scriv*|telefon*|chiam*|pass* ..1 non scriv*|telefon*|chiam*
telefonate no|mail_no ..4
non scrivete a questa|questo|noi
non ..1 una ..1 mail|di piu|di_piu
niente|nessuna|non ..2 settima|sesta|quinta|ottava|quarta
ne ..1 settima|sesta|quinta|ottava
non ..1 conserv*|us*|usi|usino|usatela|usate ..2 @data|piu
voglio|vogliamo|purche|affinche|perche ..3 che finisca|cessi|cessino|smetta|finiscano
che ..2 cessi|cessino
si ..1 fermi|filtri|risparmi
scrivere|scrivermi|mail|email|messaggi a|al zero
non autorizz* ..5
di non ..1 ricontatt*|contattar*|scriver*|riscriver*|inviar*|mandar*|disturb*|importun*|insister*|ricever*|spedir*|inoltrar* ..2
di non ..1 ricever* ..3 piu|altre|altri|altro
preghiamo|pregherei|chiediamo|chiedere|chiederei|chiedo|gentilmente ..3 a|di|da|che non ..4
no|non|nn mandare|mandate|mandar|scrivere|inviare|spedire|scrivetemi|scrivermi ..2 piu|altre|altri
nn|non scriv*|mand*|invi*|contatt*|romp* ..2 piu
nn|non ..2 ricontatt*|riscriv*|reinvi* ..2 $
chiud*|interromp*|tronc* ..2 rapporti|corrispondenza|contatti
mai_piu ..2 @mails|scriv*|contatt*|sentir*|una|nulla|niente
nessuno|nessuna ..4 vuole|desidera|intende ..3 ricevere|@mails|essere
risparmi* ..1 mi|ci|risparmiatemi|risparmiateci ..4
risparmiatemi|risparmiateci|risparmiami|risparmiarmi|risparmiarci ..4
non ..1 accett*|legg*|vogli*|gradi* ..1 pubblicita|email_commerciali|spam|posta_commerciale|promozioni
lasciatemi|lasciateci|lasciami|lasciaci|lasciarmi|lasciarci ..2 pace|stare|perdere|tranquill*
lasci* perdere|stare ..1 me|noi|il_mio|il_nostro
dimentica* ..3 me|noi
ultima|ultimo ..4 leggere|ricevere|vedere|voglio
nessun|nessuna ..1 altro|altra|ulteriore ..1 messaggio|mail|email|comunicazione
depenni*
nn|non mandate|scrivete|mandare|scrivere ..2 piu ..2
registro ..2 opposizioni
rimuovete|cancellate|togliete tutti ..6 dai|dagli ..2
messaggi|mail|email ..3 finiscano|finissero|cessino|smettano
smettete|smetta|smetti $
niente|no ..1 pubblicita|spam|reclame
^ bloccat* ..1
ne ..4 ne ..1 mai
non ..2 essere ..2 disturbat*|contattat*|importunat*
che ..1 sia ..3 ultima
non ..4 scrivermi|scriverci|scrivete|scriva|scriviate|scrivetemi|scrivermi|contattatemi|contattarmi|contattarci|contatti|contattate|inviarmi|inviarci|invii|inviate|inviatemi|mandi|mandate|mandatemi|mandarmi|mandarci|disturbare|disturbi|disturbate|importunare|insistere|insista|ricevere|scrivere|chiamare|contattare|inviare|spedire|spedite ..4 piu|altre|altro|ulteriori|mai|nulla|niente
non ..2 voglio|vogliamo|desidero|desideriamo|intendo|intendiamo|gradisco|gradiamo|vorrei|interessa ..4 ricevere|essere|sentire|piu|vostre|altre|sapere|comunicazioni
non ..2 mi|ci ..2 scriva|scrivete|scrivere|contatti|contattate|contattare|mandi|mandate|invii|inviate|disturbi|disturbate|scriviate ..2 piu|mai|altro
non ..6 piu ..3 vostre|comunicazioni|mail|email
^ niente|nessuna|basta piu|altra|altre|con|mail|email
nessun|nessuna|niente|nulla ..3 altra|altre|ulteriore|piu ..3 @mails
basta ..2 mail|email|messaggi|spam|scrivermi|newsletter|pubblicita|solleciti|scriverci|comunicazioni
^ basta ?cosi|adesso|ora|davvero|per_favore|grazie $$
^ basta con ..3 @mails|queste|questi
smett*|smettet*|smettila|smettetela|finitela|cess*|cessate|interromp*|piantatela|piantala|evit* ..4 scriver*|mandar*|inviar*|contattar*|disturb*|mail|email|invio|spam|di|subito|questo|ogni
lasci|lasciate|lasciatemi|lasciateci|lasciami|lasciaci|lasciarmi|lasciarci ?mi|ci ..2 pace
^ lasci|lasciate|lascia ?mi|ci|la|li stare
lasciatemi|lasciateci|lasciami|lasciaci ..2 stare
lasci*|lasciate*|stare|lasciatem*|lasciatec* ..2 in pace
astener*|asteng* ..5
mai ..4 chiesto|richiesto|iscritt*|autorizzat*|dato|fornito|consenso
non ..3 chiesto|richiesto|iscritt*|autorizzat*|dato_il|prestato|fornito ..3
senza ..3 consenso|autorizzazione|permesso
invito|prego|chiedo|diffido|diffidiamo ..3 a|di|da non ..4
[optout.legale 3]
diffid*
gdpr|privacy ..8 cancell*|diritt*|opposizion*|violazion*|art|revoc*|garante|esercit*
art # ..2 gdpr
garante
oppongo|opponiamo|opposizione ..5
diritto ..3 oblio|opposizione|cancellazione
revoc* ..3 consenso
avvocato|denunci*|segnalo|segnaler*|segnaliamo|reclamo|querela ..5
spammare|spammer|spammate|molestia|molestie|stalking
^ spam $
questo|vostro|vostra|e|vostre|solo|tuo|suo|come|nello|nella|lo ..2 spam
basta|smett*|stop|segnal*|niente|no|altro|altra|piu ..3 spam
indesiderat*|non_richiest* ..2
blocco|bloccato|bloccata|bloccati|blocchiamo|bloccheremo|bloccare ..3 mittente|vostro|vostri|voi|indirizzo|dominio
[optout.ultima 2]
ultima ..2 mail|email|avviso|comunicazione
ultima volta che|che_lo ..3 dico|scrivo|chiedo|avviso|ripeto
come ..5 indirizzo|dati|mail|contatto ..8 cancell*|rimuov*|elimin*
mi ..2 avete_stancato|stufato|rotto
[optout.come-se 3 raw]
come_se|finta|finga|fingete|immagini|immaginate ..5 non|mai|morto|morta|sparito ..4 esista|esisto|esistessi|esistessimo|esistiamo|esistito|mai|conosciuto|nato|scritto|sentito|trovato|piu
dimentic* ..2 che ..3 esisto|esistiamo|esista|trovato
[optout.ultima-piacere 3 raw]
piacere|felice|contento|contenta|gioia|sollievo|grato|grata|lieto|lieta|bello|bene ..6 ultima|ultimo $
piacere|felice|contento|contenta|gioia|sollievo|grato|grata|lieto|lieta ..6 ultima|ultimo ..1 mail|email|volta|messaggio|comunicazione|lettera|che
[optout.fuori 3]
^ fuori ?dai|dalle ?piedi $$
toglietevi|levatevi|si_levi|si_tolga ..1 dai|di|dalle ..1 
[optout.sconosciuti 3 raw]
che ..4 non|mai ..4 conosciuti|conosciute|visti|conosciamo|incontrati
croce|riga ..4 nome|indirizzo
lasciatela|lasciatelo|lascialo|lasciala|la_lasci|lo_lasci ..1 stare|pace|tranquill*
cestino ..3 senza ..3 letto|letta|lette|letti|aperto|aprirla|leggere
cessare|interrompere|cessiate|sospendere ..3 invio|invii|comunicazioni|contatto|contatti|messaggi
esca|esci|uscite|sparisca|sparite ..2 mia|nostra|mio ..1 casella|vita|posta
[optout.tra-contatti 3 raw]
non ..2 intende|desidera|vuole|intendiamo|desideriamo|vogliamo|voglio|desidero ..3 tra|fra|nei|nella|nelle|in ..2 contatti|liste|lista|elenchi|elenco|rubrica|indirizzi
non ..1 contattatel*|contattarl*|scrivetegli|scrivetele|disturbatel*|chiamatel* ..1 piu
[optout.smettete-tutto 3 raw]
non ..1 desidera|desidero|vuole|voglio|vogliamo|desideriamo ..1 altra|altre|altri|piu|ulteriore|ulteriori ..1 @mails
non ..1 continu* ..1 a scriver*|mandar*|inviar*
revoco|ritiro|revochiamo ..3 consenso|autorizzazione
[optout.prossima 3 raw firm]
prossima|prossimo|altra|ancora_una|unaltra|un_altra ..7 avvocato|legale|avvocata|cestino|spam|garante|denuncia|polizia|querela|blocco|carabinieri
se ..4 ancora|altro|altra|qualcosa ..3 da_voi|vostro|vostra|di_vostro|da_lei
[optout.nello-spam 3 raw firm]
lei|voi|vi|la|siete|finisce|finite|finirete|va|andate ..5 nello_spam|nel_cestino|posta_indesiderata|nella_spam|nella_lista_nera|filtro_antispam|nello spam|antispam ..1 cosi|subito|direttamente|da_oggi|ormai|dora|risparmi*|glielo
da_oggi|da_adesso|dora_in_poi|da_ora|ormai ..5 spam|antispam|cestino|indesiderata
[optout.per-conto 3 raw]
non ..2 desidera|vuole|intende|gradisce ..3 contattato|contattata|ricevere|disturbato|disturbata|essere
non ..3 mandare|inviare|mandate|inviate|spedire|scrivere ..1 piu ..1 nulla|niente
[optout.perdete-indirizzo 3 raw]
perd*|butt*|strapp*|bruci*|dimentic*|ributt* ..2 @my ..2 @data
depenn* ..1 ci|mi|depennateci|depennatemi
[guard.non-cancellare 3 raw]
togl* una|la|questa ..1 curiosita|voglia
ignori|ignora|ignorate la|il ..1 mia|mio ..1 ultima
come ..3 cancell*|disdi* ..1 contratto|abbonamento|si_cancella|l_abbonamento
come ..1 si ..1 cancella|disdice
prima che mi|ci cancelli|cancelliate|blocchi ..
poi ..1 disiscrivermi|cancellarmi|disdire
prima non mandi|mandate|scriva|scrivete ..3
fino a|al|alla|dopo ..6
lasci|lasciamo|lasciate stare le|i|gli|il|la|lo ..2
stavo|stavamo per ..5
niente|nessuna|basta ..1 piu|altra|altre|con ?le|la domande|domanda|scuse|dubbi|attese|esitazioni|chiacchiere|obiezioni|rinvii
nostro|nostra|nostri|nostre ..1 @list
smettiamo|smetto|smetteremo|smettessi|smetterei ..3
lascerei|lasceremmo|lasciarla ..3 in_pace|in pace
cancellare|eliminare|togliere un|una|i|gli|il|uno ..1 soci*|client*|utent*|pazient*|iscritt*|membr*
ultima volta che_ho|che_abbiamo|ho|abbiamo|era|ci
nulla|niente|non ..5 prima di|del|della|che
contro|zero|tanto|troppo|filtro|filtra* ..2 spam
spam dei|che_riceviamo|che_ci|in_arrivo
non ..3 cancell*|disiscriv*|toglie*|rimuov*|smett*|elimin* ..2 !piu
tasso|tassi ..2 disiscrizione|cancellazione
cartella|filtro|nello|nella|in ..1 spam
clienti|utenti|iscritti ..4 disiscriv*|cancell*
toglie*|rimuov*|elimin*|cancell* ..4 riga|voce|articolo|modulo|opzione|preventivo|ordine|fattura
fino a ..4 non ..3
scrivono|dicono|rispondono|gridano ..1 basta|non|stop|cancellatemi|niente ..4
ci|mi scrivono|dicono|rispondono ..5
vuole|vuoi|desidera|desideri|volete ..1 cancellarsi|cancellarti|disiscriver* ..2
cliente|qualcuno|vicino|lettore|paziente ..3 segnalat*|denunciat*|citat* ..2 garante
cliente|qualcuno|vicino|lettore|paziente ..3 segnalat*|denunciat*|citat*
stavo|quasi|stavamo ..2 cancell*|elimin*|disiscriv*
chiam*|telefon* ..2 non ..1 scriv*|mandi|mandate
nostro|nostra|nostri|nostre ..3 disiscrizione|disiscrizioni|cancellazione|cancellazioni
toglie*|rimuov*|elimin*|cancell* ..5 doppion*|duplicat* ..4 lista|liste|elenco|elenchi
toglie*|rimuov*|elimin*|cancell* ..3 doppion*|duplicat*
toglie*|rimuov*|lev*|tolga*|tolg* ..2 da|dal|dalla|dall|questa ..2 copia|cc|conversazione|discussione|scambio|thread|catena|invito|chat
basta|niente|no|non ?piu ?con ?i|altri|altre ..1 pdf|brochure|cataloghi|catalogo|presentazioni|slide|allegati|link|video|depliant|teoria|carta
non|smett*|basta ..5 vecchio|vecchia|vecchi|precedente|sbagliato|altro ..1 indirizzo|casella|email|mail|numero|account
non|smett*|basta ..5 indirizzo|casella ..1 vecchio|vecchia|sbagliato|precedente
clienti|utenti|iscritti|destinatari|lettori|persone|soci|pazienti|ospiti|genitori ..5 disiscriv*|cancell*|stop|basta_mail
cancellano|disiscrivono|cancellino ..4 destinatari|iscritti|lettori|clienti|utenti|persone|soci
si cancellano|disiscrivono
conform* ..3 gdpr
gdpr conforme

[meeting.va-bene 3]
@time ..6 bene|ok|libero|libera|disponibile|posso|possiamo|potrei|potremmo|perfetto|confermo|confermato|va|comodo|andrebbe|sono|d_accordo|riesco
bene|ok|libero|libera|disponibile|posso|possiamo|potrei|potremmo|perfetto|confermo|va|comodo|andrebbe|riesce|riesco|ci_sono|facciamo|sentiamo|vediamo ..5 @time
a @time
alle # ..3
[meeting.va-corto 1]
^ va_bene|perfetto|ok|d_accordo|confermo|volentieri
[meeting.chiamare 3]
caffe ..3 insieme|@time|offro|offre
prend*|beviamo|offr* ..3 caffe
chiami|chiamami|chiamatemi|chiamarmi|telefoni|telefonatemi|telefonami|chiamateci|chiamarci|mi_chiami|ci_chiami|richiami|raggiungermi ..6
sentirci|sentiamoci|parlarne|parliamone|vederci|vediamoci|incontrarci|incontriamoci|parlare ..5 @time|telefono|voce|zoom|teams|persona|minuti|call
possiamo|potremmo|potrebbe|puo|vorrei|vorremmo|mi_piacerebbe|disponibile|volentieri|riusciamo|riesce|vogliamo|potete|le_va|ti_va ..5 sentirci|parlare|parlarne|vederci|incontrarci|telefonarci|@meet|chiamarmi|chiamare|fissare
il_mio|mio numero|cellulare ..3
[meeting.fissare 3]
fiss*|organizz*|programm*|prenot*|pianific*|concord*|accord* ..4 @meet|data|orario|giorno|slot
mandi|mi_mandi|mandami|invii|inviatemi|inviami|mandatemi|mand*|invi* ..3 invito|link|orari|disponibilita|date|calendario
quando ..5 disponibile|sentirci|possiamo|puo|libero|vederci|incontrarci|chiamare|passare|potremmo
vostra|sua|tua disponibilita
propon* ..3 date|orari|orario|data|giorno
[meeting.passare 3]
passi|passa|passate|venga|vieni|venite|venire|passare ..5 trovarci|trovarmi|sede|ufficio|negozio|@time|da_noi|stand|in_azienda|stabilimento
mostr*|facci* ..3 @time
[meeting.ora 3]
non posso ..4 il|la|pero|ma ..5 si
meglio ..2 se ..2 chiama|telefona|sente
oppure|o|meglio|magari|diciamo|che_ne_dice|facciamo|potrebbe_essere ..3 @time ..3
spost*|rinvi*|anticip* ..5 @time|@meet|a
[meeting.demo 2]
@meet per|grazie|volentieri
vedere|avere|fare|vorrei|vorremmo|interess*|volentieri|possibile|chiedere ..5 @meet

[interested.dice 3]
modo|sistema migliore
stavamo|stiamo|stavo cercando ..4
interessa|interessano|interessat*|interessante|interesserebbe|incuriosit*|curios* ..2
sembra|suona|pare ..3 interessante|bene|buono|utile|ottimo|perfetto|proprio
proprio|esattamente quello|cio ..2 cerc*|serv*|manca*|volev*|vorr*|fa
mi|ci piacerebbe|interessa|interesserebbe|farebbe ..3
vorrei|vorremmo|voglio|vogliamo ..3 sapere|saperne|vedere|provare|ricevere|capire|avere|conoscere|approfondire|piu|un|una
saperne|sapere di_piu|piu
maggiori|ulteriori|piu informazioni|dettagli|info
mi|ci dica|dite|racconti|spieghi|spiegate|parli|racconta|spiega ..3
volentieri
si ?grazie|volentieri|certo|certamente|mandi|pure|prego|perche_no|per $
^ si|certo|certamente|volentieri|perche_no|procediamo|proceda $
perche no
non ..2 direi|dico di_no|no
non ..2 sarebbe|male
ben venga
cerchiamo|cerco|serve|servirebbe|abbiamo_bisogno|ho_bisogno|ci_serve|mi_serve|stiamo_cercando ..4
come ..3 procediamo|procedere|iniziamo|si_fa|iniziare|partire|funziona_per
prossimi|prossimo passi|passo
[interested.inviare 3]
mandi|mi_mandi|mandami|mandate|mandatemi|invii|inviami|inviate|inviatemi|mi_invii|spedisca|giri|mi_giri|girami|giratemi|inviare|inviarmi|mandarmi|mandare|mandarci|inviarci|faccia|fatemi|fammi|mi_faccia|fornire|condivida|mandatela|mandateci|inviateci ..5 info|informazioni|preventivo|prezzi|prezzo|listino|brochure|offerta|proposta|catalogo|materiale|esempio|esempi|documentazione|documento|pdf|presentazione|dettagli|scheda|pure|avere|quotazione|lo|link|video|referenze
mandi|invii|mandate|inviate|mandamelo|mandatemelo pure
ricevere|avere|vedere ..3 info|informazioni|preventivo|prezzi|listino|brochure|offerta|proposta|catalogo|materiale|esempio|documentazione
[buying.prezzo 3]
quanto ..3 costa|costano|costerebbe|viene|verrebbe|costo|si_paga|paga|costi
prezzo|prezzi|listino|preventivo|preventivi|costo|costi|tariffa|tariffe|sconto|sconti|quotazione|canone
che|quali|qual ..3 prezzo|prezzi|costi|costo|condizioni|tariffe|canone
al mese|utente|anno
per utente|mese|sede|mezzo|licenza|negozio|postazione
vincolo|durata_minima|recesso|condizioni_di_pagamento
[buying.prova 3]
prova|provare|provarlo|provarla|pilota|test|testare|versione_di_prova|periodo_di_prova|gratuita|gratis ..3
[buying.referenze 3]
referenza|referenze|casi_studio|caso_studio|casi_di_successo|testimonianze
clienti ..4 come|simili|settore|dimensioni|zona
[buying.contratto 3]
contratto|ordine|fattura ..4 mand*|invi*|firm*
firmare|acquistare|comprare|ordinare|sottoscrivere ..3
[buying.adatto 2]
integr*|compatibil*|collega*|interfacci*|import*|api|gestionale ..3
quanto ..2 tempo ..4
tempi|tempistiche ..3

[question.cosa 3]
cosa|che_cosa ..5 fate|fa|e|offrite|vendete|intende|significa|vuole|volete|sarebbe|proponete|esattamente
di che|cosa ..4
chi ..4 siete|sei|e|le|vi|ha
come ..5 funziona|avete|ha|avuto|fate|differ*|conoscete|conosce|mai|garantite|trovato
dove ..5 avete|ha|trovato|preso|siete|sono
perche ..5
qual|quale|quali ..5
siete|sei|e ..2 un|una|voi|lei|il|la|davvero|questo|questa ..5
ci conosciamo|siamo
in cosa|che ..4
non ..3 capito|chiaro|capisco|ricordo|ho_presente
[question.obiezione 2]
ma ..5
e se ..4
[defer.risentire 3]
risentiamoci|sentiamoci|riparliamone ..5
@recontact ..6 piu_avanti|dopo|tra|fra|a|in|dal|dalla|dall|da|nel|prossimo|prossima|prossimi|poi|quando|verso|inizio|fine|meta|nuovo|gennaio|settembre
piu_avanti|dopo|tra|fra|da|dal|dalla|quando|poi|a ..8 @recontact
ne|ci ..2 riparliamo|risentiamo|riaggiorniamo|rivediamo|sentiamo|aggiorniamo ..5
ricontatt*|riscriv*|richiam*|riprov*|riprend* ..6
si ..1 faccia ..2 vivo|sentire|risentire|viva
[defer.once 3]
ne riparliamo|riparleremo|riparlo
quando|appena|una_volta ..10 riparl*|risent*|ricontatt*|scriv*|contatt*|sentiamo|vediamo
forse|magari|eventualmente ..4 piu_avanti|dopo|in_futuro|prossimo
piu avanti
in futuro
[defer.verb 2]
@recontact
[defer.when 2 raw]
poi ..2 volentieri
quando ..6 ai|a|in|dopo
non|niente|nulla ..4 prima|fino
dopo|da|dal|dalla|a|in|nel|tra|fra|prossimo ..6 meglio|tempo|calma|volentieri|possiamo|potremmo|valuteremo|tranquill*|vedremo|respiro|disponibile
meglio|preferibile|volentieri|tranquill* ..4 dopo|a_partire|in|nel|tra|fra|a|da|dal|prossimo
fino ..6
budget ..6 prossimo|gennaio|nuovo|anno
contratto ..6 fino|scad*|termin*
rientro|torno|rientriamo ..4
[notnow.ora 2 raw]
adesso|momento|attualmente|quest_anno|per_ora|al_momento|ancora ..4 non|niente|nulla|impossibile|male|pieno|presi|presissimi|no
^ ora ..2 non|no
non ..4 ora|adesso|momento|attualmente|quest_anno|per_ora|momento_giusto|buon_momento
piena|pieno|alta ..1 stagione|vendemmia|raccolto|campagna|chiusura|trasloco
periodo ..3 intenso|pieno|difficile|caotico|brutto
troppo presto|occupat*|presi|impegnat*
oberat*|sommers*|impegnatissim*|incasinat*
[notnow.noi 2 raw]
la|vi|ti ..1 ricontatteremo|ricontattiamo|contatteremo|richiameremo|ricontattero|faremo_sapere|faro_sapere|contattero|faccio_sapere|facciamo_sapere|richiamo|ricontatto
ci|mi facciamo|faremo|faccio|faro ..2 vivi|vivo|risentire|sentire
[referral.responsabile 3]
occupa|occupano|segue|gestisce|decide|competenza|competente|sostituisce|incaricat*|titolare|si_occupera ..3
parli|parlare|contatti|contattare|contatta|scriva|scrivere|scrivi|rivolga|rivolgersi|rivolgetevi|rivolgiti|chieda|chiedere|chiedi|senta|sentire|chiami ..4 con|a|al|il|la|mio|mia|nostro|nostra|ad|direttamente
persona giusta|corretta|adatta
[referral.inoltro 3]
passo|passato !piu|molto|tanto|troppo|meta|quasi ..3 a|al|alla|mio|mia|collega|ufficio
inoltr*|giro|girato|trasmess*|trasmetto|gir* ..4 a|al|alla|mio|mia|collega|ufficio
in copia|cc
copia|cc ..4
metto|aggiungo|ho_messo ..3 copia|cc
[wrong.non-io 3 raw]
ci ..2 sia ..1 errore
non ..1 e ..2 roba|mia
sono|ormai ..3 in pensione
venduto ..2 attivita|negozio|azienda|ditta|locale
ha|avete|hai|sta|state sbagliato|sbagliando ..3
sbagliat* ..1 persona|indirizzo|numero|ufficio|porta|destinatario|ditta|azienda
persona|indirizzo|destinatario|numero ..1 sbagliat*|errat*
non ..3 sono|lavoro|mi_occupo|seguo|gestisco|decido|ci_lavoro|c_entro ..5 io|persona|responsabile|piu|giusta|competenza|acquisti|questo|queste|li|referente|quello|nulla|di
non ..2 di|mia ..2 competenza
non ..2 piu ..4 lavoro|occupo|lavora|azienda|parte|presso
pensionat*|dimess*|cambiato_lavoro|lasciato_l_azienda ..2
omonim*|scambiat*|confus* ..3
sono|indirizzo|numero|mail|email|telefono|casella ..2 privat*
non ..2 so|saprei ..3 chi
[decline.no 3 raw]
non ..1 vedo|vediamo ..3 vantaggio|utilita|senso|motivo
non ..1 ha senso
chiudendo|chiuso ..2 attivita|con
non ..2 alternative
vi|ha ..2 vinto
consiglio|capo|direzione|soci ..3 no
meno caro|costoso
soldi ..3 non
non cambio ..2 piu
non ..1 sono|siamo ..1 convint*|interessat*
cognato|fratello|moglie|marito|figlio|commercialista ..3
ci pensa|pensano ..4
appena ..1 cambiat*|comprat*|rinnovat*|firmat*
quindi no
costa ..2 troppo
preferiamo|preferisco ..4 continuare|restare|rimanere|tenere|fare|come|il|la
sempre fatto
non|nessun|nessuna|niente ..4 interessa|interessano|interessat*|interesse|serve|servono|bisogno|necessita|necessario|rientra|intenzione|previsto|adatto|adatta|cerchiamo|utile|fa_per|intendiamo|necessitiamo|conviene|fattibile|procediamo|procedere|procederemo|proseguire|prevediamo|convince|valutiamo
no grazie|la_ringrazio|mi_spiace
^ no ?la ?mi ringrazio|spiace|purtroppo
^ no ?grazie $$
grazie ?ma no|non
non ..2 per noi|me
non fa per
declin*|rifiut*|rinunci*|passiamo|scartat* ..3
abbiamo|ho ..2 deciso|optato|scelto|preferito ..5
decisione ..3 negativa|non
[decline.gia 3]
gia ..4 fornitore|fornitori|soluzione|sistema|partner|qualcuno|servit*|copert*|attrezzat*|a_posto|contratto|firmato|software|gestionale|lo_facciamo|abbiamo|strumento|collaboriamo
abbiamo|ho|usiamo|utilizziamo|lavoriamo ..4 gia|fornitore|fornitori|soluzione|interno|nostro|qualcuno|interna
a posto
siamo|molto|restiamo|sempre ..2 soddisfatt*|content* ..3
sono ..2 soddisfatto|soddisfatta|contento|contenta ..3
soddisfatt*|content* ..1 cosi|attuale
altro|un_altro|altra|concorrent* ..2 fornitore|soluzione|azienda|partner|concorrente|strada
internamente|in_casa
[decline.budget 3 raw]
non|nessun|senza|niente|mancan* ..4 budget|soldi|fondi|risorse
budget ..4 no|esaurit*|bloccat*|finit*|tagliat*|chius*
troppo|tropp* car*|piccol*|grand*|costos*|vecchi*
chiudiamo|chiusura_attivita|cessat*|cessiamo|fallit*|liquidazione
siamo ..3 piccol*
[decline.soft 1 raw]
buon|buona fortuna|lavoro|proseguimento
in_bocca_al_lupo
purtroppo|spiace|dispiace|peccato
[ack.grazie 1]
^ grazie|ok|ricevuto|va_bene|perfetto|d_accordo|letto|bene|ahah|ottimo|preso_nota|capito $
[shares.dolore 2]
cosi non ..2 va|avanti
perso|persi ..3
problema|problemi|errori|errore|ritardo|ritardi|perdiamo|perso|perdita|perdite|excel|carta|a_mano|manuale|manualmente|whatsapp|caos|casino|disastro|reclami|lamentele|fatica|straordinari|fermi|guasti|scarti|foglio|fogli|compilat*|pretende|buttat*|incubo|impossibile
[shares.meta 2]
obiettivo|vogliamo|dobbiamo|pensiamo|stiamo|aprire|apriamo|crescere|crescita|ampliare|assumere|cambiare|sostituire|progetto ..3
[shares.dati 2]
abbiamo|siamo|facciamo|ho|nostro|nostra|nostri|noi|usiamo|circa ..5 # ..2
# negozi|camion|mezzi|dipendenti|persone|sedi|clienti|ordini|fatture|ore|tonnellate|euro|utenti|autisti|lotti|punti|magazzini|al_giorno|l_anno|anno|al_mese
perche|poiche|siccome|visto_che ..6
noi|oggi|attualmente ..4

// ---- modi di dire
[decline.modi 3 raw]
calende greche
niente|nulla da fare
nonono|macche|giammai|per_carita
lassamu|lascia|lasciamo|lasci perdere|perdiri|stare
sopra i_capelli
si_vede|vediamo ..2 altra_vita
stavolta|questa_volta saltiamo|passiamo|passo|salto|no
risposta ..3 e|resta|rimane no|quella|la_stessa
direi ..2 di_no|no
^ io no $$
[decline.deciso 3 raw]
consiglio|direzione|assemblea|soci|capo|titolare|parroco|preside|giunta|moglie|socio ..5 contrari*|contrario|bocciat*|respint*|non_vuole|detto_no
bocciat*|respint* ..3
affidat*|assegnat*|aggiudicat* ..4 a|ad|al|alla
gia acquistato|affidato|assegnato|preso|comprato|scelto|ordinato
contratto quadro|di_gruppo
non ..2 margine|margini|spazi|spazio
internalizzat*
scelto ..2 restare|rimanere|continuare|tenere
[decline.arrangiarsi 2 raw]
ci|mi arrangiamo|arrangio|bastiamo|basta|teniamo ..3
continuiamo|continuo|restiamo|proseguiamo|rimaniamo ..3 mano|con|cosi|carta|quaderno|vecchio
non ..2 cambieremo|cambiamo|sottoscriv*|compro|compriamo|assumo|voglio|vogliamo|mi_lego|ci_leghiamo
mi|ci duole|spiace|dispiace deluder*
avvale ..6 medesim*|stess*|da
sempre piu cari|care
ho|abbiamo|c_ho ..2 cugino|cognato|zio|nipote ..3
non ..2 vede|vediamo ragione|motivo
[defer.promemoria 3]
promemoria ..6
mi|ci trovi|trova|trovera|cerchi|becchi ..2 dopo|dal|da|in|lunedi|il|verso
rimandi|rimandami|rimandate|rispedisca|riproponga|ripresenti|ripresentare|rinnovare|rinnovi|riproporre|ripresentarla ..8
tutto|tutta orecchi|sua|vostra|suo|tua
si|se_ne riparla|ragiona|puo_ragionare !alle ..4
scrivi|scriva|scrivete|scrivimi ..1 li|allora|in_quei_giorni
[defer.tempo 2 raw]
dia|dammi|lasci|datemi ..3 tempo|giorni|settimana|settimane|mese
attimo ..1 respiro
prima ..3 utilita|senso|inutile|sarebbe|niente
poi ..1 mi ..2 ricerchi|riscriva|chiami|scriva
[wrong.non-so 3 raw]
nessuno ..4 detto chi
non ..2 idea ..2 chi|di_chi|di_dove|dove
abitava|lavorava|stava qui ..1 prima
inquilin* nuov*
fratello|sorella gemell*
[interested.patto 3]
dipende ..2 prezzo|costo|prezzi|costi|quanto
se ..12 firmo|lo_compro|lo_prendo|ci_sto|ricominciamo_a_parlare|affare_fatto
se ..8 ne_parlo ..3
quanto per ..4
posso|possiamo|potrei vedere ..4 lavoro|lavori|esempio|esempi|foto
mandatemi|mandami|mandi|inviatemi quello_che|qualcosa|tutto
quotarci|quotarmi|quotare|quotate ..4
saremmo|siamo a_richiedere ..4
avrei|avremmo bisogno ..4
da_dove_si|come_si comincia|parte|inizia
ha ..2 qualcuno ..4
voi|lei|dove sta|state $
[referral.decide 3]
decide|decidono ..1 mio|mia|il|la|l|i|le|lui|lei ..4
passo|giro ..1 la_palla ..4

// ---- altra porta
[wrong.porta 2 raw]
avete|ha|hai sbagliato|preso|confuso ..3 persona|porta|indirizzo|numero|ditta|abbaglio
cercate|cercava|cerca|cercavate ..2 forse|probabilmente|sicuramente|mio|l_altro|un_altro|un_altra ..3
in_pensione|pensionato|pensionata|a_riposo
non ..1 ci ..1 lavoro|lavora ..1 piu ..4
ceduto|venduto|chiuso ..2 attivita|negozio|bottega|ditta|studio|azienda|licenza
mancato|mancata|deceduto|deceduta|scomparso|scomparsa|venuto_a_mancare ..3
mai ..1 lavorato ..3
stesso nome|cognome ..3
[referral.chi 3]
se_ne|ne|ci|lo|la occupa|cura|gestisce|decide|segue|vede ..1 mio|mia|il|la|i|le|un ..3
passa|passano|passare ..1 tutto|dal|dalla|da ..3
tocca|spetta|compete ..1 a|al|alla ..3
comanda|compra|firma|ordina ..1 mio|mia|lui|lei|il|la ..3
`
