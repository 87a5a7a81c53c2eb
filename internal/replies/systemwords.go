package replies

// The words of mail systems, folded as by fold. Each list is separated by "|".

// digestSubjects are the words in the subject of a quarantine's digest.
var digestSubjects = newPhrasebook("quarantine summary|quarantine digest|quarantine report|quarantine notification|quarantined messages|messages in quarantine|messages on hold|messages blocked|spam digest|spam summary|spam report|spam quarantine|spam notification|blocked messages|blocked mail|" +
	"quarantanebericht|quarantane-bericht|quarantaneubersicht|quarantane-ubersicht|quarantane-zusammenfassung|spam-bericht|spambericht|spam-ubersicht|spam-report|spamreport|rapport de quarantaine|resume de quarantaine|rapport de spam|rapport spam|messages bloques|" +
	"informe de cuarentena|resumen de cuarentena|resumen de spam|informe de spam|rapporto di quarantena|riepilogo quarantena|riepilogo della quarantena|rapporto spam|relatorio de quarentena|resumo de quarentena|resumo da quarentena|quarantaineoverzicht|quarantaine-overzicht|quarantainerapport|spamoverzicht|spamrapport|raport kwarantanny|karantansammanfattning|karantanerapport")

// sentToUs says of mails that they were on their way to us.
var sentToUs = newPhrasebook("sent to you|addressed to you|destined for you|an sie gesendet|an sie gerichtet|fur sie bestimmt|qui vous etai|qui vous sont|qui vous est|destine a vous|que le enviaron|dirigidos a usted|dirigido a usted|enviados a usted|enviado a usted|inviati a lei|inviato a lei|indirizzati a lei|indirizzato a lei|a lei destinat|enviadas para si|enviada para si|enviadas para voce|enviada para voce|dirigidas a si|aan u gericht|aan u gestuurd|aan u verzonden|voor u bestemd")

// releases are the words for taking a mail out of a quarantine.
var releases = newPhrasebook("release|freigeben|liberer|debloquer|liberar|rilascia|sblocca|vrijgeven|deblokkeren|zwolnij")

// filterWords are those of filters.
var filterWords = newPhrasebook("virus|malware|spam|quarant|cuarentena|blocked|blockiert|bloque|bloccat|geblokkeerd")

// deliveredText says that our mail arrived.
var deliveredText = newPhrasebook("successfully delivered|succesfully delivered|delivered successfully|has been delivered to the|has been delivered to these|was delivered to the following|was delivered to these|were delivered to the following|delivery to these recipients or groups is complete|delivery to these recipients or distribution lists is complete|no delivery notification was sent|" +
	"den folgenden empfangern zugestellt|folgenden empfanger zugestellt|an die folgenden empfanger ubermittelt|an folgende empfanger ubermittelt|folgende empfanger zugestellt|erfolgreich zugestellt|zustellung an diese empfanger oder gruppen ist abgeschlossen|keine zustellungsbenachrichtigung|keine zustellbestatigung|" +
	"a ete remis aux destinataires|a ete remis a ces|a ete distribue aux destinataires|a ete delivre aux destinataires|a bien ete remis|a ete remis avec succes|a ete delivre avec succes|la remise a ces destinataires ou groupes est terminee|aucune notification de remise|" +
	"se entrego a los siguientes|se ha entregado a los siguientes|ha sido entregado a los siguientes|fue entregado a los siguientes|se entrego a estos|entregado correctamente|se completo la entrega a estos|ninguna notificacion de entrega|" +
	"e stato recapitato ai seguenti|e stato consegnato ai seguenti|recapitato correttamente|consegnato correttamente|consegnato con successo|nessuna notifica di recapito|nessuna notifica di consegna|" +
	"foi entregue aos seguintes|foi entregue a estes|foi entregue com exito|foi entregue com sucesso|nenhuma notificacao de entrega|" +
	"is bezorgd bij de volgende|is bezorgd aan de volgende|is afgeleverd bij de volgende|is afgeleverd aan de volgende|is met succes bezorgd|is met succes afgeleverd|geen bezorgingsbericht|geen ontvangstbevestiging|" +
	"zostala dostarczona do nastepujacych|zostala dostarczona do tych|har levererats till foljande|har levererats till dessa|er leveret til folgende|blev leveret til folgende|er levert til folgende|ble levert til folgende|on toimitettu seuraaville|toimitettiin seuraaville|byla dorucena nasledujicim|byla dorucena temto|asagidaki alicilara teslim edildi|доставлено следующим получателям|было доставлено следующим|次の受信者に配信されました|以下の受信者に配信されました|已送达以下收件人|已传递给以下收件人|已传递到以下收件人")

// undeliveredText says that it did not, or not to all or not yet.
var undeliveredText = newPhrasebook("not be delivered|not have been delivered|not been delivered|not delivered|not been successfully|not yet|nt be delivered|undeliver|failed|failure|reject|unable to|not able to|delayed|" +
	"nicht zugestellt|nicht ubermittelt|konnte nicht|konnten nicht|noch nicht|verzogert|na pas|nont pas|non remis|pas encore|echec|no se pudo|no se ha|no ha sido|no fue|non e stato|non sono stat|non recapit|non consegn|nao foi|nao pode|niet worden|niet bezorgd|niet afgeleverd|nog niet|kon niet|nie zosta|nie dostarcz|inte lever|inte kun|kunde inte|ikke lever|kunne ikke|ei voitu|ei ole|nebyl|nelze|nepodar|edilemedi|не достав|не было|не удалось|できません|失敗|无法|未能")

// virusText are the words of filters for what makes a mail dangerous. The space
// keeps the names of diseases out.
var virusText = newPhrasebook(" virus|:virus|[virus|malware|infected|infiziert|infecte|infectad|infetta|infetto|schadsoftware|trojan|вирус|ウイルス|ウィルス|病毒|바이러스")

// attachmentText says that a kind of attachment is not let in.
var attachmentText = newPhrasebook("unacceptable attachment|forbidden attachment|prohibited attachment|banned attachment|blocked attachment|disallowed attachment|attachment type|attachments are not|attachment is not|attachment was removed|attachments were removed|banned file|forbidden file|verbotener anhang|verbotene anhang|unerlaubte anhang|unzulassige anhang|anhang ist nicht|anhange sind nicht|piece jointe interdite|pieces jointes interdites|piece jointe non autorisee|adjunto no permitido|adjuntos no permitidos|adjunto prohibido|allegato non consentito|allegati non consentiti|allegato vietato|anexo nao permitido|anexos nao permitidos|anexo proibido|verboden bijlage|bijlage is niet toegestaan|niet toegestane bijlage")

// contentText names the rules of filters for what a mail holds.
var contentText = newPhrasebook("content filter|content policy|content rule|content violation|matches rule|matched rule|matches the rule|matched the rule|violates the rule|violates the policy|attachment policy|executable attachment|inhaltsfilter|inhaltsrichtlinie|filterregel|filtre de contenu|regle de filtrage|filtro de contenido|regla de filtrado|filtro dei contenuti|filtro contenuti|filtro sui contenuti|regola di filtro|filtro de conteudo|regra de filtro|inhoudsfilter|contentfilter|filtr tresci|filtru tresci|innehallsfilter|indholdsfilter|innholdsfilter")

// ourMail are the words for the mail that we sent.
var ourMail = newPhrasebook("you sent|you have sent|sent by you|sent from your|from you to|your message|your mail|your email|your e-mail|von ihnen|ihre nachricht|ihre mail|ihre e-mail|ihrer nachricht|ihrer mail|ihrer e-mail|vous avez envoye|envoye par vous|votre message|votre courriel|votre e-mail|usted envio|enviado por usted|que ha enviado|que envio|su mensaje|su correo|da lei inviat|che ha inviato|il suo messaggio|suo messaggio|la sua e-mail|que enviou|enviada por si|enviado por si|sua mensagem|seu e-mail|door u verzonden|door u verstuurd|die u stuurde|die u hebt|uw bericht|uw e-mail|uw mail|twoja wiadomosc|panstwa wiadomosc|ditt meddelande|din besked|din mail|din e-post|din melding|viestisi|vasi zprav|vase zprav|iletiniz|ваше письмо|ваше сообщение|お送りいただいた|您发送的|您的邮件")

// stoppedText says that a mail went no further.
var stoppedText = newPhrasebook("intercepted|stopped the|stopped your|stopped it|prevented from reaching|abgefangen|angehalten|gestoppt|intercepte|interceptad|intercettat|onderschept|tegengehouden|przechwycon|zatrzyman|stoppad|stoppet|zachycen|zadrzan|not been accepted|not accepted|was deleted|been deleted|was stopped|been stopped|was blocked|been blocked|quarantined|was removed|been removed|geloscht|abgewiesen|abgelehnt|blockiert|zuruckgewiesen|nicht angenommen|in quarantane|supprime|bloque|refuse|mis en quarantaine|eliminad|bloquead|rechazad|en cuarentena|eliminat|bloccat|rifiutat|in quarantena|apagad|rejeitad|em quarentena|verwijderd|geblokkeerd|geweigerd|in quarantaine")

// rejectedPosting are the words of lists for a mail that they do not take.
var rejectedPosting = newPhrasebook("was not distributed|has not been distributed|could not be distributed|was not posted to|not been posted to|could not be posted to|not posted to the list|longer than the maximum of|wurde nicht verteilt|wurde nicht an die liste|konnte nicht verteilt|na pas ete diffuse|na pas pu etre diffuse|na pas ete distribue a la liste|no se ha distribuido|no fue distribuid|no ha sido distribuid|non e stato distribuito|non e stata distribuita|nao foi distribuid|is niet verspreid|werd niet verspreid|is niet gedistribueerd|nie zostala rozeslana|nie zostal rozeslany|skickades inte ut|blev ikke udsendt|ble ikke sendt ut til listen|not authorized to send mail to the|not authorised to send mail to the|not authorized to post|not authorised to post|not allowed to post|not permitted to post|rejected by the list moderator|rejected by a moderator|rejected by the moderator|restricted to list subscribers|restricted to list members|restricted to subscribers|restricted to members|only members can post|only members may post|only members are allowed to post|only subscribers can post|only subscribers may post|non-members are not allowed|not subscribed to the|not subscribed to this|not a member of the list|not a member of this list|not a member of the group|not a subscriber to|" +
	"vom moderator der liste abgelehnt|vom listenmoderator abgelehnt|von der listenmoderation abgelehnt|vom moderator abgelehnt|nur mitglieder durfen|nur abonnenten durfen|nur abonnenten der liste|nicht berechtigt, an die liste|kein mitglied der liste|" +
	"rejete par le moderateur|rejetee par le moderateur|refuse par le moderateur|reservee aux abonnes|reserve aux abonnes|reservee aux membres|reserve aux membres|nest pas abonne a la liste|netes pas abonne|" +
	"rechazado por el moderador|rechazada por el moderador|solo los suscriptores|solo los miembros|no esta suscrito a|reservado a los suscriptores|" +
	"rifiutata dal moderatore|rifiutato dal moderatore|riservata agli iscritti|solo gli iscritti|non e iscritto alla lista|" +
	"rejeitada pelo moderador|rejeitado pelo moderador|apenas membros|apenas assinantes|somente membros|nao e membro da lista|" +
	"afgewezen door de moderator|door de moderator afgewezen|door de lijstmoderator|alleen leden|alleen abonnees|geen lid van de lijst")
