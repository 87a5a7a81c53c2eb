package replies

import (
	"cmp"
	"strings"
	"sync"
	"unicode/utf8"
)

// reasonRule gives the reason that a server's words name. The first rule of
// which one phrase stands in the words decides; the order goes from the telling
// to the vague, so that "550 5.7.1 user unknown" is about the user.
type reasonRule struct {
	reason  BounceReason
	phrases string // lower case, separated by "|"
}

// reasonRules hold what servers of all makers say, in lower case and in one line.
// Both they and the words are compared folded.
var reasonRules = []reasonRule{
	listLookup: {BounceNetwork, "connection to mail exchanger|connect to mail exchanger|not found, try again|soft error looking up|dns soft error|servfail|malformed or unexpected name server reply|temporary dns|temporary failure in name resolution|temporary name resolution|temporarily unable to look up|dns query timed out|dns timeout|dns server failure|nameserver failure|unable to lookup dns|unable to look up dns|dns lookup timed out"},
	{BounceLoop, "mailschleife|nachrichtenschleife|weiterleitungsschleife|schleife erkannt|endlosschleife|zu viele hops|boucle de messagerie|boucle détectée|boucle de courrier|trop de sauts|bucle de correo|bucle detectado|demasiados saltos|loop di posta|ciclo di posta|troppi passaggi|troppi hop|loop de correio|loop de e-mail|muitos saltos|demasiados saltos|mail lus|lus gedetecteerd|lus gevonden|te veel hops|pętla pocztowa|pętlę pocztową|pętli pocztowej|wykryto pętlę|wykryto pętli|zbyt wiele przeskoków|smyčka|příliš mnoho skoků|postslinga|mailsløyfe|postiluuppi|почтовая петля|обнаружена петля|зацикливание|邮件循环|郵件迴圈|メールループ|ループを検出|메일 루프|too many hops|hop count exceeded|maximum hop count|mail loop|mail forwarding loop|routing loop|loop detected|points to local host|points back to|mail is looping|loops back to myself|too many received|message looping|duplicated message-id|hopcount exceeded|redirection loop|routing loop detected"},
	{BounceSystem, "child process of|insufficient disk space|could mean unable to exec|write error|queue file"},
	{BounceTooLarge, "is longer than the maximum|longer than the maximum of|message too long|maximale nachrichtengröße|zulässige größe|maximal zulässige größe|erlaubte größe|용량이 너무 큽|message size exceeds|message too large|message is too large|message too big|message file too big|exceeds fixed maximum|size limit|maximum message size|max message size|exceeds size|exceeded the maximum|message length exceeds|recipsizelimit|sendersizelimit|exceeds maximum size|too big for|your message exceeded|sizelimit|message exceeds|attachment exceeds|attachments exceed|maximum allowed size|allowed maximum size|mail size limit|data size exceeded|line limit exceeded|exceeds the size|message header size|larger than the current system limit|attachment is too large|message size"},
	{BounceDomainDead, "domäne des empfängers existiert|domäne des empfängers wurde nicht|domain des empfängers existiert|domaine du destinataire n'existe|domaine du destinataire est introuvable|dominio del destinatario no existe|dominio del destinatario non esiste|dominio del destinatario non è stato trovato|domínio do destinatário não existe|domínio do destinatário não foi|domein van de ontvanger bestaat|domein van de geadresseerde bestaat|domena odbiorcy nie istnieje|domena adresata nie istnieje|doména příjemce neexistuje|mottagarens domän finns|modtagerens domæne findes|mottakerens domene finnes|alıcının etki alanı yok|домен получателя не существует|收件人的域不存在|受信者のドメインが存在|dominio inexistente|dominio desconocido|domaine inexistant|domaine inconnu|unbekannte domain|unbekannte domäne|domain unbekannt|domain ist unbekannt|dominio sconosciuto|domínio inexistente|domínio desconhecido|onbekend domein|domein onbekend|domein niet gevonden|nieznana domena|nie ma takiej domeny|brak takiej domeny|neznámá doména|doména neexistuje|okänd domän|ukendt domæne|ukjent domene|verkkotunnusta ei|tuntematon verkkotunnus|ismeretlen domain|domeniu necunoscut|domeniu inexistent|bilinmeyen alan|alan adı bulunamadı|неизвестный домен|нет такого домена|невідомий домен|άγνωστος τομέας|未知域名|域名无效|dominio no existe|domaine n'existe pas|domain existiert nicht|domäne existiert nicht|domäne wurde nicht gefunden|domain wurde nicht gefunden|dominio non esiste|domínio não existe|domein bestaat niet|domena nie istnieje|домен не существует|домен не найден|domänen finns inte|domænet findes ikke|domenet finnes ikke|域名不存在|ドメインが存在|ドメインが見つかり|no mail hosts for domain|record indicated no smtp service|no mx found for domain|account or domain may not exist|all host address lookups failed permanently|illegal host/domain|mail domain mentioned in email address is unknown|not appear to be registered|no mail servers appear to exist|unable to get mx info|domain does not exist|domain doesn't exist|domain not exist|no such domain|unknown domain|domain not found|host unknown|unknown host|host not found|hostunknown|null mx|nullmx|nxdomain|all relevant mx records point to non-existent|does not accept mail (nullmx)|host or domain name not found|domain name not found"},
	{BounceMailboxFull, "speicherplatz des empf|espacio insuficiente|spazio insufficiente|espaço insuficiente|onvoldoende ruimte|brak miejsca|nedostatek místa|空き容量|quota violation|space not enough|not enough space in the mail|exceeding their quota|exceeding its quota|exceeding quota|too many messages on the server|too many messages in the mailbox|too many messages in mailbox|zuviele mails auf dem server|zu viele mails auf dem server|zu viele nachrichten im postfach|mail box is full|est pleine|saapuneet-kansio on täynnä|已满|已滿|przepełnion|está lleno|está llena|è piena|posteingang voll|posteingang ist voll|megtelt|πλήρες|mailbox full|mailbox is full|mailbox for user is full|mail box full|mailfolder is full|mail folder is full|over quota|overquota|quota exceeded|exceeded quota|exceeds quota|exceed quota|exceeded storage|quota exceed|over the allowed quota|over its quota|mailbox exceeds allowed|exceeded mailbox|inbox is full|storage quota|disk quota|quota full|quota_full|out of storage space|out of storage|no space left for|mailbox size limit exceeded|user is out of quota|mailbox has exceeded|account is over|mailbox exceeded|quotaexceeded|exceeded the local limit|exceeded their quota|full mailbox|postfach des empfängers|mailbox quota|a receiving quota|user's mailfolder|recipient's mailbox is full|recipient mailbox is full|recipient overquota|user quota|maildir over|maildir delivery failed|mailbox is full|mbox is full|一杯のため|いっぱいのため|容量|переполнен|mail quota|over storage|insufficient mailbox|delivery failed: over quota|hard quota|soft quota|message quota|the email account that you tried to reach is over|user has exhausted"},
	{BounceMoved, "user has moved|has moved to|not our user|recipient has moved|address has changed|has been replaced by|new email address|new e-mail address|please try <|user not local; please try|no longer using this|mailbox has moved|has changed his|has changed their"},
	{BounceRateLimited, "emails per hour|messages per hour|mails per hour|failures per hour|rate limit|ratelimit|rate limited|too many connections|too many concurrent|too many messages|too many recipients|too many emails|too many mails|too much mail|throttl|sending too|exceeded the rate|excessive|connection rate|message rate|max number of|exceeded maximum connection|connection frequency|recipients per|sending limit|limit for sending|limits for sending|hourly limit|daily limit|daily quota|sending quota|receiving mail at a rate|receiving mail too quickly|unusual rate|sessions from|session limit|concurrency|out of connection slots|exceeded your|more mail than|sending rate|max message per connection|too fast|is being throttled|traffic limit|too many invalid recipients|too many unknown"},
	{BounceGreylisted, "greylist|graylist|grey-list|gray list|grey listed|try again in a few minutes|please try again in|come back later|first attempt|postgrey"},
	// What bars us in words that the next few have as well.
	{BouncePolicy, "sendernotauthenticated|delivery restriction check failed|external forwarding|your account has been|your account is|your account was|ihr konto ist|ihr konto wurde|votre compte est|votre compte a été|su cuenta está|su cuenta ha sido|su cuenta fue|il tuo account è|il suo account è|sua conta está|sua conta foi|uw account is|twoje konto"},
	{BounceAuth, "dmarc|spf |spf:|spf=|spf record|sender policy framework|spf check|spf validation|dkim|domainkeys|not authenticated|is unauthenticated|unauthenticated email|authentication checks|authentication results|did not pass authentication|fails to pass authentication|failed authentication|purported responsible|sender id|senderid|is not authorized to send|not allowed to send from|not permitted to send|multiple authentication|email authentication|openspf|spf.pobox|arc validation|domain of sender address|auth failure"},
	{BounceRelaying, "relay access denied|relaying denied|relay denied|relaying not|relay not permitted|not permitted to relay|unable to relay|relaying prohibited|relay operation|no relaying|relaying is not|relay not allowed|do not relay|don't relay|does not relay|not relay|relaying blocked|relay attempt|cannot relay|can't relay|relay was denied|mail relay|relaying mail|not a gateway|not local host|isn't in my list of allowed rcpthosts|not in my list of allowed|that domain isn't|open relay|unauthorized relay|not allowed to relay|insecure mail relay|relayingnotallowed"},
	// A list of links, not of senders.
	{BounceSpam, "contains a url|contains url|contains a link|url listed|urls listed|listed url|blocked url"},
	{BounceBlocklisted, "badmailfrom|envelope blocked|ask your postmaster for help|sperrliste|schwarze liste|schwarzen liste|liste noire|lista negra|lista nera|zwarte lijst|blokkeerlijst|czarnej liście|czarna lista|černé listině|čiernej listine|svartlist|svarta listan|sortlist|svartelist|mustalla listalla|estolistalla|feketelist|lista neagră|kara liste|черном списке|чёрном списке|чорному списку|μαύρη λίστα|ブラックリスト|黑名单|黑名單|블랙리스트|reputación|reputazione|reputação|reputacj|reputac|репутаци|信誉|信譽|ptr|will not be accepted from|mail refused - |blocked - see|ipcheck|csi.cloudmark|abuse detected from ip|blocklist|block list|blacklist|black list|blackhole|black-list|denylist|spamhaus|spamcop|barracudacentral|sorbs|rbl|dnsbl|uribl|surbl|abuseat|senderscore|sender score|reputation|is listed|listed in|listed by|listed at|listed on|ip address blocked|your ip|client host|client ip|blocked using|banned sending|banned sender|banned ip|banned host|banned address|is banned|are banned|been banned|was banned|banned from|banned by|banned until|banned for|ip banned|host banned|address banned|sender banned|(con:|(dyn:|(rly:|(rtr:|will not accept delivery of this message|too many bad commands|bad commands from|invalid dns ptr|ptr resource record|poor reputation|sender ip|connecting ip|access denied|connection refused due|connections not accepted|connection not accepted|no ptr|ptr record|reverse dns|reverse lookup|reverse host|rdns|fcrdns|resolve your ip|does not resolve|cannot resolve your|hostname lookup|cannot find your hostname|unresolvable|helo command rejected|bad helo|invalid helo|helo name|ehlo rejected|ip has been|ip is blocked|ip blocked|ips are|hosts blocked|host rejected|client rejected|blocked by ldap|network on our block|ip has been blocked|you have been blocked|address has been blocked|sender has been blocked|host has been blocked|domain has been blocked|server has been blocked|been temporarily blocked|temporarily blocked|not allowed to connect|dynamic ip|dynamically allocated|residential|bad sender ip|bad host|refused connection from|we do not accept mail from|does not accept mail from|mail from your|domain of sender does not|refused your|no access from mail server|too much spam|spam source|550 rejected|temporarily deferred|ts01|ts02|ts03|user complaints|mail server ip|untrusted|[ss0"},
	// Too often, unless the same words tell of a ban.
	{BounceRateLimited, "zu viele|zuviele|versandlimit|sendelimit|trop de messages|trop de connexions|trop de destinataires|trop de mails|limite d'envoi|quota d'envoi|demasiados mensajes|demasiadas conexiones|demasiados destinatarios|demasiados correos|límite de envío|troppi messaggi|troppe connessioni|troppi destinatari|limite di invio|muitas mensagens|muitas conexões|muitos destinatários|muitos emails|limite de envio|te veel berichten|te veel verbindingen|te veel ontvangers|verzendlimiet|zbyt wiele|zbyt dużo|limit wysył|příliš mnoho|príliš veľa|för många|for mange|liian monta|liian paljon|túl sok|prea multe|prea mulți|çok fazla|слишком много|лимит отправки|забагато|πάρα πολλ|送信制限|送信数|过于频繁|发送过多|너무 많은|frequency limit|frequency is limited|too frequent|频率|頻率"},
	{BounceContent, "dateianhang|dateianhäng|verbotenen anhang|unzulässigen anhang|pièce jointe interdite|pièce jointe non|pièces jointes interdites|adjunto prohibido|adjunto no permitido|adjuntos no permitidos|allegato vietato|allegato non consentito|anexo proibido|anexo não permitido|verboden bijlage|niedozwolony załącznik|запрещенное вложение|запрещённое вложение|schadsoftware|contenu interdit|contenido prohibido|contenuto vietato|conteúdo proibido|verboden inhoud|verbotener inhalt|unzulässiger inhalt|wirus|вирус|вірус|ウイルス|ウィルス|病毒|바이러스|virüs|vírus|virus|malware|infected|trojan|worm|phish|attachment|bad header|header error|rfc 2822|rfc2822|rfc 5322|rfc5322|rfc2821|non-compliant|not compliant|noncompliant|multiple addresses in from|duplicate header|missing header|no from|invalid header|malformed header|malformed message|malformed mime|bare line feed|bare lf|8bit|content type|content is|content presents|unacceptable content|media error|mime error|illegal attachment|banned|prohibited content|from header|header field|invalid message|message format|suspicious link|blocked because its content"},
	{BounceSpam, "unerwünscht|unerwuenscht|werbung|indésirable|no deseado|indesiderat|indesejad|ongewenst|niechcian|nevyžádan|nevyžiadan|skräppost|uønsket|roskaposti|kéretlen|nedorit|istenmeyen|спам|нежелательн|небажан|迷惑メール|垃圾邮件|垃圾郵件|스팸|spam|(hvu:|(hvc:|unsolicited|junk mail|bulk e-mail|bulk email|bulk mail|advertis|cloudmark|high scoring|likely suspicious|brightmail|looks like|ube)|content rejected|message content|content filter|rejected by filter|reject by content|mail rejete|message rejected due to content|message rejected due to spam|urls in this|suspicious|score too|considered unsolicited|identified as|classified as|ofr_506|rejected due to content|ham/|junk"},
	{BounceDomainDead, "host unknown|host not found|domain not found|unknown host|unknown domain|domain does not exist|no such domain|unrouteable|unroutable|unrouteable mail domain|unrouteable address|name or service not known|no mx|mx record|null mx|nullmx|does not accept mail|doesn't accept mail|domain name not found|domain is not|bad destination system|bad destination|nxdomain|non-existent domain|nonexistent domain|nonexistent host|hostname unknown|couldn't find any host|can't find any|no data known|domain must exist|invalid domain|illegal host|address family not|no answer from dns|host or domain name not found|domain couldn't be found|domain not exist|does not exist|couldn't find a mail exchanger|couldn't find any host|unknown mail host|domain could not be found|all relevant mx records point to non-existent|no valid hosts|unknown domain name|dns server returned answer with no data|responded with code nxdomain|名前解決|hostunknown|no mail exchanger|domain may not exist|has no mail exchangers|server was not found|no servers could be found|mail exchanger"},
	{BounceDisabled, "no longer accept|archived recipient|archived mailbox|destinataire archivee|not an active|frozen|disabled|suspended|suspend|account is expired|mailbox is expired|mailbox expired|deactivated|inactive|not active|account expired|account has been|mailbox unavailable or access denied|account closed|closed account|blocked user|user is blocked|on hold|unavailable user|no longer active|inactivity|dormant|expired account|no longer available|no longer in use|temporarily disabled|account is not|account that you tried to reach is|account is locked|mailbox is inactive|not activated|invalid/inactive|mailbox not available|account not available|user not available|recipient not available|account terminated|been terminated|mailbox is locked|mailbox locked|account locked|user is locked|account is not available|has been discontinued|mailbox discontinued"},
	// The words of BounceNetwork name only what failed.
	{BounceExpired, "retry time exhausted|aborted after|find a gateway|failing for a long time|not been collected|not collected|retry timeout exceeded|delivery expired|message too old|message expired|delivery time expired"},
	// What they demand, in words that the next two have as well.
	{BouncePolicy, "not accepting mail from|not accepting mail with|whitelist|requires confirmation|not pre-approved|must issue a starttls|starttls command first|must use starttls|must use tls|requires starttls|requires tls|starttls is required|requires encryption|not a member|not member|non-member|nonmember|not subscribed|not a subscriber|only subscribers|subscribers only|subscribers may|members only|members-only|only members|members may|must be subscribed|must be a member|allowed to post|permission to post|kein mitglied|nicht mitglied|nur mitglieder|nicht abonniert|n'êtes pas membre|n'êtes pas abonné|réservée aux abonnés|réservée aux membres|no es miembro|no está suscrito|no está suscrita|solo los miembros|solo los suscriptores|non è iscritto|non sei iscritto|solo gli iscritti|não é membro|não está inscrito|apenas membros|geen lid|niet geabonneerd|alleen leden|nie jest członkiem|nie jesteś członkiem|tylko członkowie|není členem|nejste členem|inte medlem|ikke medlem|ei ole jäsen|et ole jäsen|メンバーではありません|メンバではありません|会員ではありません|не является подписчиком|не подписан|только подписчики|只有成员|不是成员|only accept encrypted|only accepts encrypted|policy restriction|due to policy|policy violation|policy reasons"},
	{BounceNetwork, "antwortet nicht|nicht geantwortet|nicht kontaktiert werden|ne répond pas|n'a pas répondu|injoignable|no responde|no ha respondido|no respondió|no se pudo establecer|sin respuesta del servidor|non risponde|non ha risposto|nessuna risposta dal server|não responde|não respondeu|sem resposta do servidor|reageert niet|niet gereageerd|nie odpowiada|nie odpowiedział|neodpovídá|neodpověděl|neodpovedá|svarar inte|svarade inte|svarer ikke|svarede ikke|svarte ikke|ei vastaa|ei vastannut|nem válaszol|nu răspunde|yanıt vermiyor|cevap vermiyor|не отвечает|не ответил|не відповідає|δεν αποκρίνεται|δεν ανταποκρίνεται|没有响应|無回應|未响应|応答がありません|応答しません|응답하지 않|keine verbindung|verbindung zum zielserver|verbindung nicht m|verbindung abgelehnt|verbindung abgebrochen|zeitüberschreitung|nicht erreichbar|connexion impossible|connexion refusée|connexion interrompue|délai de connexion|délai dépassé|conexión rechazada|no se pudo conectar|tiempo de espera agotado|connessione rifiutata|impossibile connettersi|tempo di connessione scaduto|conexão recusada|não foi possível conectar|tempo limite excedido|geen verbinding|verbinding geweigerd|niet bereikbaar|brak połączenia|nie można połączyć|odmowa połączenia|połączenie odrzucone|kunde inte ansluta|kunne ikke forbinde|kunne ikke koble til|ei saatu yhteyttä|nelze se připojit|spojení odmítnuto|bağlantı kurulamadı|соединение отклонено|не удалось установить соединение|не удалось подключиться|连接超时|无法连接|接続できません|接続に失敗|연결할 수 없|no route to host|network error|cname lookup|lookup failed|no reachable|refused to talk to me|did not accept our requests to connect|socket error|not reachable|tlsa|dane |connection refused|connection timed out|connection reset|timed out|timeout|unable to connect|could not connect|no connection|network is unreachable|unreachable|host lookup|lookup failure|name server|dns failure|dns lookup|dns error|temporary lookup|lost connection|connection lost|connection closed|connection was closed|connection died|connection dropped|cannot connect|couldn't connect|server not responding|not responding|host is down|host down|bad connection|temporarily unable to connect|tls|starttls|ssl|certificate|can't connect|connect to|resolver failure|establish connection|unable to contact|error transferring|no response|did not respond"},
	{BounceExpired, "versuchen:|tentatives:|tentatives :|intentos:|tentativi:|tentativas:|pogingen:|konnte innerhalb|konnte nicht innerhalb|tagen nicht zugestellt|stunden nicht zugestellt|zeitlimit|délai imparti|après plusieurs tentatives|pendant plusieurs jours|dans les délais|varios intentos|dentro del plazo|durante varios días|entro il tempo|diversi tentativi|per diversi giorni|dentro do prazo|várias tentativas|durante vários dias|binnen de gestelde|meerdere pogingen|wielu próbach|upłynął czas|opakovaných pokus|upprepade försök|gentagne forsøg|gjentatte forsøk|useiden yritysten|истекло время|истек срок|期限内|多次尝试|多次嘗試|message expired|delivery time expired|retry timeout|retry time not reached|retry limit|delivery expired|has expired|queue too long|in the queue too long|undelivered after|still undelivered|could not be delivered for|too long in queue|given up|giving up|timed out while|unable to deliver message after multiple retries|delivery attempts|for more than|will continue to try|retried|expired|not delivered within|delayed|for the last|was not delivered in|exceeded retry|attempts:|max retry|time limit exceeded|in queue too long|not been able to deliver|last attempt"},
	{BounceSystem, "zurzeit nicht|zur zeit nicht|derzeit nicht|momentan nicht|actuellement indisponible|momentanément|momentáneamente|en este momento no|al momento non|momentaneamente|neste momento não|de momento não|momenteel niet|obecnie nie|chwilowo|momentálně|för närvarande|i øjeblikket|for øyeblikket|şu anda|в данный момент|в настоящее время|наразі|maintenance|being migrated|wartung|vorübergehend|voruebergehend|temporaire|temporal|temporane|temporári|mantenimiento|manutenzione|manutenção|tijdelijk|onderhoud|tymczasow|dočasn|tillfällig|midlertidig|tilapäi|väliaikai|átmeneti|ideiglenes|geçici|временн|тимчасов|προσωριν|一時的|メンテナンス|暂时|暫時|维护|維護|일시적|점검|smtputf8|too many errors|too many syntax|too many protocol|too many unrecognized|command not recognized|command unrecognized|unrecognized command|bad sequence of commands|unsupported option|protocol error|mail filter failed|not implemented|remote protocol error|transaction failed|insufficient disk|insufficient system|insufficient storage|disk space|disk full|system error|internal error|internal server error|server error|configuration error|misconfig|local error|local problem|operating system error|out of memory|resources temporarily|resources unavailable|temporary failure|temporarily unavailable|temporary problem|temporary error|temporary local|service unavailable|service not available|unavailable, try|mailer error|command failed|can't create|cannot open|could not open|can't open|i/o error|input/output|pipe to|pipe:|child status|exit code|exit status|command died|procmail|maildrop|sieve|lda|database|ldap|server busy|busy|overload|too busy|fault|exception|crash|software error|local delivery|insufficient permission|permission denied|try again later|try later|requested action aborted|error in processing|local configuration|service currently|unexpected|system incorrectly|not enough space|filesystem|no space left"},
	{BouncePolicy, "nicht berechtigt|nicht befugt|keine berechtigung|pas autorisé|no está autorizad|no tiene permiso|non è autorizzat|não está autorizad|não tem permissão|niet gemachtigd|niet bevoegd|geen toestemming|nie masz uprawnień|brak uprawnień|nemáte oprávnění|inte behörig|ikke tilladelse|ikke tillatelse|нет прав|没有权限|沒有權限|権限がありません|권한이 없|known contacts|known senders|abgelehnt|zurückgewiesen|verweigert|nicht erlaubt|nicht zulässig|unzulässig|gesperrt|blockiert|richtlinie|refusé|rejeté|interdit|non autorisé|bloqué|rechazad|prohibid|no permitid|no autorizad|bloquead|política|rifiutat|respint|vietat|non autorizzat|non consentit|bloccat|rejeitad|recusad|proibid|não permitid|não autorizad|geweigerd|afgewezen|niet toegestaan|geblokkeerd|odrzucon|niedozwolon|zablokowan|zabronion|odmowa|odmówi|zamítnut|odmítnut|zamietnut|zakázán|nepovolen|zablokov|avvisa|nekad|inte tillåt|blockera|afvist|avvist|ikke tilladt|ikke tillatt|blokeret|blokkert|hylätt|hylkä|estetty|ei sallit|elutasít|visszautasít|letilt|nem engedélyez|respins|refuzat|interzis|blocat|reddedildi|engellen|izin verilm|отклонен|отклонён|отказано|запрещен|заблокирован|відхилен|заборонен|заблокован|απορρίφθηκε|αποκλείστηκε|拒否|拒絶|ブロックされ|許可されていません|拒收|拒绝|拒絕|禁止|屏蔽|拦截|거부|차단|허용되지|invalid dns mx|invalid dns a/|invalid dns a |insufficient rights|contains an executable|only accept mail from|verify failed|verification failed|encryption required|smtp server of your isp|access from this|not verified|policy|administrative prohibition|administratively|prohibited|not allowed|not authorized|unauthorized|not permitted|rejected by|refused by|restricted|restriction|forbidden|security|recipnotpermitted|requires authentication|authentication required|must authenticate|sender denied|sender rejected|sender address rejected|message refused|message rejected|blocked by|rejected|denied|refused|not accepted|access control|filtered|unauthenticated|violation|blocked|declined"},
}

// unknownUser are the words for an address that doesn't exist. They stand apart
// because they outrank all but a dead domain, a full mailbox, size and a loop,
// and because some of them are said of senders too.
const unknownUser = "invalid subscriber|invalid phone number|invalid mobile number|invalid number|no mail box|previously bounced|suppression list|suppressed sending|bad_recipient|invalid_recipient|unknown_recipient|recipient_unknown|unknown_user|user_unknown|invalid_user|no_such_user|final email delivery point|validrcptto|have a yahoo|no mailbox|5.1.0 address rejected|5.1.0 - address rejected|no one at this address|nobody at this address|no local user|no such local user|nonexistent user|non-existent user|nonexistent recipient|non-existent recipient|nonexistent mailbox|non-existent mailbox|nonexistent address|not in our directory|not in the directory|ungueltiger empfaenger|ungültiger empfänger|destination server rejected recipients|unknown email address|unknown e-mail address|no such a user|unknown virtual|unknown account|unknown destination address|recipient invalid|recipient is invalid|bad recipient|bad mailbox|rcpt unknown|not have an email account|not have an e-mail account|not have a mail account|does not have an account|doesn't have an account|does not have a mailbox|not a local user|unknown subscriber|undefined mail user|adresse inconnue|no such mail box|recipientnotfound|onbekende gebruiker|gebruiker onbekend|onbekende geadresseerde|użytkownik nie istnieje|nieznany użytkownik|użytkownik nieznany|nieznany odbiorca|ukendt bruger|ukendt modtager|okänd användare|okänd mottagare|ukjent bruker|ukjent mottaker|tuntematon käyttäjä|tuntematon vastaanottaja|neznámý uživatel|uživatel neexistuje|neznámý příjemce|adresát neexistuje|kullanıcı bulunamadı|alıcı bulunamadı|bilinmeyen kullanıcı|böyle bir kullanıcı|usuário desconhecido|utilizador desconhecido|destinatário desconhecido|destinatario desconocido|destinatario sconosciuto|destinataire introuvable|unbekannter benutzer|empfänger nicht gefunden|존재하지 않는 사용자|收件人不存在|用户不存在|邮箱不存在|пользователя не существует|користувача не знайдено|ismeretlen felhasználó|utilizator necunoscut|άγνωστος χρήστης|rejected by directory|malformed address|invalid final delivery userid|unknown userid|user unknown|unknown user|no such user|no such mailbox|no such recipient|no such address|no such person|no such account|no such customer|no mailbox here|no account by that name|mailbox not found|mailbox does not exist|mailbox doesn't exist|mailbox unavailable|mailbox is unavailable|mailbox unknown|unknown mailbox|user not found|user does not exist|user doesn't exist|user doesn't have|user account not found|account not found|account does not exist|account doesn't exist|recipient unknown|unknown recipient|recipient not found|recipnotfound|recipient not exist|recipient does not exist|unknown address|address unknown|unknown local|unknown or illegal|invalid recipient|invalid mailbox|invalid user|invalid address|invalid email address|not a valid mailbox|not a valid user|not a valid recipient|no valid recipient|not a known user|not known at|not known here|user not known|is not a known|not listed in|not listed in domino|nicht im verzeichnis|nicht im domino-verzeichnis|nicht im domino directory|nicht im domino-directory|pas répertorié dans l'annuaire|ne figure pas dans l'annuaire|absent de l'annuaire|no aparece en el directorio|no figura en el directorio|no está en el directorio|no incluido en el directorio|non elencato nella domino|non elencato in domino|non elencato nella directory|non presente nella directory|não listado no diretório|não está listado no diretório|não consta no diretório|não listado no domino|niet vermeld in domino|niet vermeld in de domino|niet in de domino|niet in het adresboek|inte listad i domino|inte i katalogen|ikke opført i domino|ikke oppført i domino|ikke angivet i domino|ei ole hakemistossa|ei ole domino|nie figuruje w katalogu|nie znajduje się w katalogu|nie ma w katalogu|není v adresáři|není uveden v adresáři|ディレクトリに登録されていません|アドレス帳に登録されていません|未列在目录|未列在 domino|目录中没有|name is not recognized|not our customer|addressee unknown|bad destination mailbox|bad address|unrouteable address|no user|no recipient|there is no user|not in directory|user invalid|illegal user|undeliverable address|destinataire inconnu|utilisateur inconnu|adresse d au moins un destinataire invalide|destinataire invalide|empfänger unbekannt|unbekannter empfänger|benutzer unbekannt|empfaenger unbekannt|usuario desconocido|usuario no existe|utente sconosciuto|utente inesistente|宛先不明|ユーザーが見つかりません|пользователь не найден|non-local recipient verification failed|no such pop|email address could not be found|no longer on server|no longer at this|userunknown|adr.recipnotfound|eingabefehler|エンドユーザ|this address does not|no longer employed|unable to find recipient|no inbox|destination address was unknown|destination mailbox address"

// unknownThing are words for anything that doesn't exist; of the recipient
// where nothing technical stands beside them.
const unknownThing = "không tồn tại|không tìm thấy|tidak ditemukan|tidak dikenal|tidak wujud|ne postoji|nije pronađen|ne obstaja|ni bilo mogoče najti|neegzistuoja|nuk ekziston|не съществува|не е намерен|не постоји|no existeix|ikke ble funnet|ikke blev fundet|ikke finnes|ikke findes|fant ikke|finner ikke|sa nenašl|sa nenašiel|δεν ήταν δυνατή η εύρεση|δεν είναι δυνατή η εύρεση|did not match any|does not match any|did not exactly match|gick inte att hitta|kunde inte hittas|kunne ikke findes|kunne ikke finnes|kan ikke finne|ei ole olemassa|kan niet worden gevonden|nie można odnaleźć|nie można znaleźć|nie została znalezion|nie został znalezion|nelze najít|nelze nalézt|nenalezen|nepodařilo se najít|nepodařilo najít|nepodařilo nalézt|nepodarilo nájsť|não foi possível encontrar|não pôde ser encontrad|nu a fost găsit|nu a putut fi găsit|не удалось найти|не вдалося знайти|ไม่พบ|לא נמצא|לא קיים|لم يتم العثور|غير موجود|inexistente|inexistant|nicht gefunden|existiert nicht|n'existe pas|est introuvable|no se encontró|no fue encontrad|no ha sido encontrad|no se ha encontrado|no se pudo encontrar|non è stato trovato|non esiste|não existe|não foi encontrad|niet gevonden|bestaat niet|nie istnieje|nie znaleziono|hittades inte|finns inte|blev ikke fundet|findes ikke|ble ikke funnet|finnes ikke|ei löydy|ei löytynyt|nebyl nalezen|nebyla nalezena|neexistuje|bulunamadı|不存在|找不到|존재하지 않|찾을 수 없|не существует|не найден|не знайдено|не існує|nem található|nem létezik|nu există|δεν βρέθηκε|δεν υπάρχει|does not exist|doesn't exist|not found in|unknown to|could not be found|couldn't be found|not exist|is not valid|wasn't found|was not found at|存在しません|見つかりません|not recognized|inesistente|no existe|no longer valid|dosn't exist|doesnt exist"

// technical marks words about names and records instead of people.
const technical = "ptr|reverse|dns |record|hostname|host name|rdns|spf|dkim|dmarc|helo|certificate|command|rcpt to:<>|database|table|file"

// aboutSender marks words that are about the sending side although an address
// "does not exist" in them.
const aboutSender = "sender unknown|unknown sender|sender is unknown|sender not found|sender does not exist|absender unbekannt|unbekannter absender|absender-adresse|absender abgelehnt|adresse des absenders|from-header|from-adresse|expéditeur inconnu|remitente desconocido|mittente sconosciuto|remetente desconhecido|afzender onbekend|onbekende afzender|adres van de afzender|nieznany nadawca|nadawca nieznany|neznámý odesílatel|adresa odosielateľa|okänd avsändare|avsändarens adress|ukendt afsender|afsenderens adresse|ukjent avsender|avsenderens adresse|tuntematon lähettäjä|lähettäjän osoite|ismeretlen feladó|a feladó címe|expeditor necunoscut|adresa expeditorului|gönderen adresi|gönderici adresi|ip adresi|неизвестный отправитель|невідомий відправник|διεύθυνση αποστολέα|送信元アドレス|差出人アドレス|发信地址|发信人地址|寄件人地址|未知发件人|发件人不存在|발신자 주소|보낸 사람 주소|invalid dns mx|invalid dns a/|invalid dns a |invalid dns ptr|helo command|ehlo command|bad sender|sender's mailbox|your sender|address: mail from|connect from unknown|from unknown host|(sender)|sender verif|sender address rejected|sender address|sender domain|sender verify|sender verification|domain of sender|after mail from|reply to mail from|[mail_from]|mail from rejected|from address|from domain|from: domain|envelope sender|your domain|your host|your reverse|return path|sender's|absenderadresse|absenderdomain|adresse de l'expéditeur|adresse expéditeur|domaine de l'expéditeur|dirección del remitente|dominio del remitente|indirizzo del mittente|dominio del mittente|endereço do remetente|domínio do remetente|afzenderadres|afzenderdomein|adres nadawcy|domena nadawcy|adresa odesílatele|avsändaradress|afsenderadresse|avsenderadresse|адрес отправителя|домен отправителя|адреса відправника|发件人地址|寄件者地址|送信者アドレス|ip-adresse ist|ip-adresse unbekannt|ip-adresse nicht|ip-adres onbekend|ip-adres is|ip-adresse er|ip-adressen är|ip-адрес не"

// reasonOf finds the reason in the server's words and the status codes.
func reasonOf(words, status string) BounceReason {
	low := fold(strings.Join(strings.Fields(words), " ")) // many a server answers in ASCII: "okand mottagare"
	if status == "5.4.1" && strings.Contains(low, "recipient address rejected: access denied") {
		return BounceNoSuchUser // so Microsoft turns away at the edge whom the directory doesn't hold
	}
	for _, frame := range []string{"unknown address error", "recipient address rejected: access denied", "delivery temporarily suspended"} {
		low = strings.ReplaceAll(low, frame, "") // what some servers put before any other's answer
	}
	if told := strings.ReplaceAll(low, "mail rejete. mail rejected.", ""); told != low && aboutMailbox(wordedReason(told, words, status)) {
		low = told // so Orange begins to refuse a mail, and goes on with what it dislikes about it or the mailbox
	}
	if at := strings.Index(low, "(in reply to "); at >= 0 {
		if end := strings.Index(low[at:], ")"); end >= 0 {
			low = low[:at] + low[at+end+1:] // Postfix tells to which command
		}
	}
	low = strings.ReplaceAll(low, "mailbox size limit", "mailbox quota") // not that of the message
	for _, reached := range []string{"a atteint sa taille maximale", "hat die maximale große erreicht", "hat seine maximale große erreicht", "ha alcanzado su tamano maximo", "ha raggiunto la dimensione massima", "atingiu o tamanho maximo", "heeft de maximale grootte bereikt"} {
		low = strings.ReplaceAll(low, reached, "over quota")
	}
	low = withoutFull(low)
	if failedClass(status, smtpCode(low)) == "4" {
		low = strings.ReplaceAll(low, "mailbox unavailable", "mailbox temporarily unavailable") // or blocked (RFC 5321 4.2.2)
	}
	if r := statusReason(status, true); r != "" {
		if worded := wordedReason(low, words, status); worded == BounceUndetermined || vague(worded) || worded == BounceBlocklisted && r == BounceAuth {
			return r
		}
	}
	if r := wordedReason(low, words, status); r != BounceUndetermined {
		return r
	}
	if status == "5.2.1" && smtpCode(low) == 521 {
		return BounceBlocklisted // the host takes nothing at all (RFC 7504), or nothing of ours: it says nothing of a mailbox
	}
	if r := statusReason(status, false); r != "" && !(r == BounceNoSuchUser && status[0] == '4') { // 4.1.1 alone: it may yet turn out to exist
		return r
	}
	return BounceUndetermined
}

// afterHost gives what a host answered, in the words of Postfix.
func afterHost(words string) string {
	if _, answer, ok := strings.Cut(words, " said: "); ok {
		return answer
	}
	return words
}

// anybody takes every address in a server's words for a recipient's.
func anybody(string) bool { return true }

// sizeLimit are words for a limit that a mail or a mailbox may have passed.
const sizeLimit = "zulässige größe|maximal zulässige größe|erlaubte größe|maximale größe|größenbeschränkung|dépasse la taille|taille maximale|tamaño máximo|dimensione massima|dimensioni massime|tamanho máximo|maximale grootte|toegestane grootte|maksymalny rozmiar|maximální velikost"

// mailboxNames and mailNames tell which of the two; mailInMailbox are names of
// a mailbox with a mail's in them. All folded.
const (
	mailboxNames  = "mailbox|postfach|posteingang|boite|buzon|bandeja|casella|caixa|postvak|inbox|skrzynk|schrank"
	mailNames     = "nachricht|mail|message|messagi|messaggi|courriel|courrier|mensaje|correo|mensage|correio|bericht|wiadomosc|zprav|posta|anhang|piece jointe|adjunto|allegat|anexo|bijlage"
	mailInMailbox = "mailbox|de correo electronico|de correo|di posta elettronica|di posta|de messagerie|de courrier|de correio eletronico|de correio|e-mail-postfach|mail-postfach|e-mailpostfach|mailpostfach|boite mail|boite e-mail"
)

// sizeBook holds sizeLimit.
var sizeBook = sync.OnceValue(func() *phrasebook { return newPhrasebook(fold(sizeLimit)) })

// withoutFull puts our word for a full mailbox in the place of a clause that tells
// in others that a mailbox, and no mail, has passed its limit.
func withoutFull(low string) string {
	for range 3 {
		at := -1
		sizeBook().eachAt(low, func(i int, p phrase) bool {
			if start, end := clause(low, i); ofMailbox(low[start:end]) {
				at = i
			}
			return at < 0
		})
		if at < 0 {
			break
		}
		start, end := clause(low, at)
		low = low[:start] + "over quota" + low[end:]
	}
	return low
}

// ofMailbox says whether a clause speaks of a mailbox and of no mail.
func ofMailbox(part string) bool {
	if !holdsOneOf(mailboxNames, part) {
		return false
	}
	for name := range strings.SplitSeq(mailInMailbox, "|") {
		part = strings.ReplaceAll(part, name, "")
	}
	return !holdsOneOf(mailNames, part)
}

// clause gives the bounds of the clause around s[at].
func clause(s string, at int) (start, end int) {
	end = len(s)
	for _, stop := range []string{". ", "! ", "; ", ": ", ", ", ") ", " ("} {
		if i := strings.LastIndex(s[:at], stop); i >= 0 {
			start = max(start, i+len(stop))
		}
		if i := strings.Index(s[at:], stop); i >= 0 {
			end = min(end, at+i)
		}
	}
	return start, end
}

// vague says whether a reason was found in words that fit nearly any refusal.
func vague(r BounceReason) bool {
	return r == BouncePolicy || r == BounceSystem || r == BounceSpam || r == BounceContent
}

// wordedReason finds the reason in words, low as they are after folding and mending.
func wordedReason(low, words, status string) BounceReason {
	found := make([]bool, listTechnical+1)
	ours := false // it is our account or address that is gone
	reasonBook().eachAt(low, func(i int, p phrase) bool {
		const initials = 3 // "ssl", "rbl": they stand in words of other languages
		switch {
		case (len(p.text) <= initials || p.text == "mail lus") && !standsAlone(low, i, i+len(p.text)):
		case reasonOfList(p.list) == BounceLoop && inName(low, i, i+len(p.text)):
		case (p.list == listUser || p.list == listThing || reasonOfList(p.list) == BounceDisabled) && aboutUs(low, i, p):
			ours = true
		default:
			found[p.list] = true
		}
		return true
	})
	thing := found[listThing] || strings.Contains(low, " not found") && holdsOneOf("user|recipient|mailbox|account|addressee", low)
	nobody := found[listUser] || thing && !found[listTechnical] ||
		status == "5.1.1" && holdsOneOf("recipient rejected|recipient address rejected|does not like recipient", low)
	if !found[listUser] && !found[listSender] && !found[listLookup] && deadHost(low) {
		return BounceDomainDead
	}
	uncoded := status == "" && smtpCode(low) == 0
	for n, rule := range reasonRules {
		if rule.reason == BounceMoved && nobody && !found[listSender] {
			if uncoded {
				return softened(BounceNoSuchUser, words)
			}
			return BounceNoSuchUser
		}
		if rule.reason == BounceMoved && ours {
			return BouncePolicy
		}
		if rule.reason == BounceLoop && status == "5.1.1" && found[listUser] && !found[listSender] {
			continue // two say that the address is gone, and the word for a loop may be part of anything
		}
		if !found[n] || rule.reason == BounceDomainDead && found[listSender] {
			continue
		}
		if !ours && !found[listSender] && (rule.reason == BouncePolicy || uncoded && (rule.reason == BounceSystem || rule.reason == BounceNetwork && n != listLookup)) {
			return cmp.Or(readStatements(afterHost(words), anybody).reason, rule.reason) // it fits nearly any refusal
		}
		if uncoded && (rule.reason == BounceDisabled || rule.reason == BounceDomainDead) {
			return softened(rule.reason, words)
		}
		return rule.reason
	}
	if found[listSender] {
		return BouncePolicy
	}
	told := readStatements(afterHost(words), anybody)
	if uncoded && told.forNow && told.undelivered {
		told.reason = cmp.Or(told.reason, BounceSystem)
	}
	return cmp.Or(told.reason, BounceUndetermined)
}

// softened gives a reason that lasts, or one that may pass where the sentences of a
// report without a code tell it: "there is no room" is no "there is no user", and what
// is closed for the moment opens again.
func softened(r BounceReason, words string) BounceReason {
	told := readStatements(afterHost(words), anybody)
	if told.reason == BounceSystem || told.reason == BounceMailboxFull || told.reason == BouncePolicy {
		return told.reason
	}
	if told.reason == "" && told.forNow {
		return BounceSystem
	}
	return r
}

// reasonOfList is the reason of a list of reasonBook, if it has one.
func reasonOfList(n int) BounceReason {
	if n < len(reasonRules) {
		return reasonRules[n].reason
	}
	return ""
}

// aboutUs says whether the phrase at i is about the one who sent the mail: in
// its sentence "your account" stands before it, or a word for the sender.
func aboutUs(low string, i int, verdict phrase) bool {
	const near = 80
	end := i + len(verdict.text)
	before, after := low[max(0, i-near):i], low[end:min(len(low), end+near)]
	for _, stop := range []string{". ", "! ", "; ", "。"} {
		if at := strings.LastIndex(before, stop); at >= 0 {
			before = before[at+len(stop):]
		}
		after, _, _ = strings.Cut(after, stop)
	}
	upTo := before + verdict.text
	found := false
	usBook().eachAt(upTo, func(i int, p phrase) bool {
		found = p.list == listYours && (i == 0 || !letterByte(upTo[i-1]) || upTo[i] >= utf8.RuneSelf)
		return !found
	})
	if found || holdsOneOf(namesRecipient, verdict.text) {
		return found
	}
	oneWord := !strings.Contains(verdict.text, " ") // "mailbox disabled, takes nothing from this sender"
	sentence := upTo + after
	usBook().eachAt(sentence, func(i int, p phrase) bool {
		found = p.list == listSenders && !(oneWord && p.text == "sender") &&
			!endsOneOf(returnedTo, sentence[:i]) && !startsOneOf(returnedEnds, sentence[i+len(p.text):])
		return !found
	})
	return found
}

// namesRecipient marks words that are about the recipient, whatever stands
// beside them. Folded.
const namesRecipient = "recipient|addressee|user|mailbox|rcpt|empfang|empfaeng|adressat|destinat|ontvanger|geadresseerde|adresat|odbiorc|prijemc|mottag|mottak|modtag|vastaanottaj|cimzett|alici|получател|адресат|отримувач|одержувач|παραληπτ|宛先|受信者|收件|수신자"

// returnedTo stands before the sender to whom a mail goes back. Folded.
const returnedTo = " to | to the | an | an den | al | a l| ao | aan | aan de | naar | naar de | zwrot do | zwrocono do | till | til |退回|退回给|返回"

// returnedEnds follow the sender's name there, or in an address. Folded.
const returnedEnds = "@|nak|e iade|e geri|у "

// The lists of usBook.
const (
	listYours = iota
	listSenders
)

// usBook holds "your account" and the words for the sender.
var usBook = sync.OnceValue(func() *phrasebook {
	yours, senders := "your account|your mailbox|sender account|senders account", "sender"
	for _, in := range accountLanguages {
		yours += "|" + withNames(in.yours, in.accounts)
		senders += "|" + in.sender
	}
	return newPhrasebook(fold(yours), fold(senders))
})

// standsAlone says whether no letter precedes or follows s[from:to].
func standsAlone(s string, from, to int) bool {
	return (from == 0 || !letterByte(s[from-1])) && (to == len(s) || !letterByte(s[to]))
}

// inName says whether s[from:to] is part of an address or a host name: what such
// a name happens to spell is no server's word.
func inName(s string, from, to int) bool {
	ofName := func(c byte) bool { return c == '@' || isLocalByte(c) }
	start, end := from, to
	for start > 0 && ofName(s[start-1]) {
		start--
	}
	for end < len(s) && ofName(s[end]) {
		end++
	}
	name := strings.Trim(s[start:end], ".'`-")
	if strings.IndexFunc(name, func(r rune) bool { return r >= utf8.RuneSelf || !ofName(byte(r)) }) >= 0 {
		return false
	}
	dot := strings.LastIndexByte(name, '.')
	return strings.Contains(name, "@") || dot > 0 && dot+2 < len(name) && isLetterByte(name[dot+1])
}

// letterByte says whether a byte of folded text belongs to a letter.
func letterByte(c byte) bool { return c >= 'a' && c <= 'z' || c >= utf8.RuneSelf }

// listLookup is the first rule: a name that couldn't be looked up may exist yet,
// though the words end in "not found".
const listLookup = 0

// The lists of reasonBook that follow those of the rules.
var (
	listUser      = len(reasonRules)
	listThing     = listUser + 1
	listSender    = listUser + 2
	listTechnical = listUser + 3
)

// reasonBook holds the phrases of the rules, in their order, and the four lists.
// It is made when the first report comes: that takes milliseconds.
var reasonBook = sync.OnceValue(func() *phrasebook {
	lists := make([]string, 0, len(reasonRules)+4)
	for _, rule := range reasonRules {
		lists = append(lists, rule.phrases)
	}
	lists = append(lists, unknownUser, unknownThing, aboutSender, technical)
	for n := range lists {
		lists[n] = fold(lists[n])
	}
	return newPhrasebook(lists...)
})

// statusReason is what an enhanced status code (RFC 3463, RFC 7505) says by
// itself; sure asks for codes alone that servers use with care.
func statusReason(status string, sure bool) BounceReason {
	if len(status) < 5 {
		return ""
	}
	switch status[2:] {
	case "1.10":
		return BounceNoSuchUser // Exchange's; that of RFC 7505 says so in words
	case "2.2":
		return BounceMailboxFull
	case "1.6":
		return BounceMoved
	case "1.7", "1.8":
		return BouncePolicy // the sender's address
	case "4.6":
		return BounceLoop
	case "7.515", "7.23", "7.24", "7.26", "7.20", "7.21", "7.22", "7.29", "7.30":
		return BounceAuth
	case "7.25", "7.27":
		return BounceBlocklisted
	}
	if outlawed(status[2:]) {
		return BounceBlocklisted
	}
	if sure {
		return ""
	}
	switch status[2:] {
	case "1.1", "1.0", "1.3":
		return BounceNoSuchUser
	case "1.2":
		return BounceDomainDead
	case "2.1", "7.13":
		return BounceDisabled
	case "2.3", "3.4":
		return BounceTooLarge
	case "4.1", "4.2", "4.3", "4.4":
		return BounceNetwork
	case "4.7":
		return BounceExpired
	case "4.5":
		return BounceRateLimited
	case "5.1", "5.2", "5.4", "3.0", "3.1", "3.2", "3.3", "3.5", "4.0":
		return BounceSystem
	case "5.3":
		return BounceRateLimited
	}
	switch {
	case strings.HasPrefix(status[2:], "6."):
		return BounceContent
	case strings.HasPrefix(status[2:], "7."):
		return BouncePolicy
	}
	return ""
}

// outlawed says whether a detail of Microsoft's own bans a sending address or
// host: 7.501 to 7.514, 7.606 to 7.649, 7.700 to 7.799.
func outlawed(detail string) bool {
	if len(detail) != 5 || !strings.HasPrefix(detail, "7.") {
		return false
	}
	return strings.HasPrefix(detail, "7.50") || strings.HasPrefix(detail, "7.51") || strings.HasPrefix(detail, "7.6") || strings.HasPrefix(detail, "7.7")
}

// deadHost says whether a host or domain is what could not be found: "Host
// kestrel.example not found".
func deadHost(low string) bool {
	for _, verdict := range []string{" not found", " does not exist", " doesnt exist", " could not be found", " couldnt be found", " existiert nicht", " nicht gefunden", " wurde nicht gefunden", " nexiste pas", " est introuvable", " no existe", " non esiste", " nao existe", " bestaat niet", " niet gevonden", " nie istnieje", " neexistuje", " finns inte", " findes ikke", " finnes ikke", " ei ole olemassa", " не существует", " не найден"} {
		i := strings.Index(low, verdict)
		if i <= 0 {
			continue
		}
		from := strings.LastIndexByte(low[:i], ' ') + 1
		if start, _ := clause(low, from); userAtHost(strings.Fields(low[start:from])) {
			continue
		}
		host := strings.Trim(low[from:i], "<>()[]'\"`.:,;")
		if dot := strings.LastIndexByte(host, '.'); dot > 0 && dot+2 < len(host) && isLetterByte(host[dot+1]) && strings.IndexFunc(host, notHostRune) < 0 {
			return true
		}
	}
	return false
}

// userAtHost says whether the words before a host's name make it the place of
// somebody who could not be found there: "Benutzer dana bei". The recipient's domain
// is a host yet.
func userAtHost(before []string) bool {
	const hosts = "host|hote|server|servidor|serveur|domain|doman|domein|domena|dominio|dominiu|domen|domaen|domæn|домен|сервер"
	const places = "at|on|bei|auf|in|im|en|sur|chez|su|presso|em|na|op|bij|w|v|u|pa|på|hos|на|в"
	user, named, first := false, false, false // a user, a host, a host before any user
	place := 0                                // the words up to "at", when none but the host's own follow it
	for n, w := range before {
		switch {
		case holdsOneOf(hosts, w):
			named, first = true, first || !user
		case oneOf("the|dem|der|el|la|il|le|o|het|de|den", w):
		case oneOf(places, w), w == "no" && (n == len(before)-1 || oneOf("servidor|dominio", before[n+1])):
			place = n + 1
		default:
			user = user || holdsOneOf(namesRecipient+"|"+userNames, w)
			place = 0
		}
	}
	if place > 0 && !first {
		return user || place == len(before)
	}
	return user && !named
}

// userNames are more words for users and their mailboxes, folded.
const userNames = "benutzer|nutzer|postfach|konto|account|utilisateur|boite|compte|usuario|buzon|cuenta|utente|casella|utilizador|caixa|conta|gebruiker|postvak|uzytkownik|skrzynk|uzivatel|schrank|anvandar|bruger|bruker|postkass|brevlad|kayttaj|пользовател|ящик"

func notHostRune(r rune) bool { return r >= 0x80 || !isDomainByte(byte(r)) }

// permanentReason says whether writing again can never help: the address, its
// mailbox or its domain is gone. A refusal for spam, policy or size is about
// one mail or one sender, not about the person.
func permanentReason(r BounceReason, status string) bool {
	switch r {
	case BounceNoSuchUser, BounceMoved:
		return true
	case BounceDomainDead, BounceDisabled, BounceUndetermined:
		return !strings.HasPrefix(status, "4")
	}
	return false
}
