package replies

// lexiconES is how people say it in Spanish, in Spain and Latin America.
const lexiconES = `
def my = mi|mis|nuestro|nuestra|nuestros|nuestras|este|esta|estos|estas|el|la|los|las|todos_mis|todos_nuestros|toda_mi|sus
def data = correo|correos|email|mail|direccion|direcciones|datos|nombre|numero|contacto|informacion|e|cuenta|registro
def list = lista|listas|base|bases|listado|listados|registros|registro|archivo|archivos|fichero|ficheros|distribucion|difusion|mailing|newsletter|boletin|campana|envios|agenda|sistema|directorio|destinatarios|contactos|crm|directorios|sistemas
def mails = correspondencia|correo|correos|mail|mails|email|emails|mensaje|mensajes|publicidad|spam|comunicacion|comunicaciones|informacion|newsletter|boletines|propaganda|promociones|ofertas|cosas|propuestas|recordatorios|nada|insistencia
def time = lunes|martes|miercoles|jueves|viernes|sabado|manana|hoy|tarde|mediodia|noche|semana_que_viene|proxima_semana|tardecita
def meet = llamada|reunion|cita|demo|demostracion|videollamada|visita|charla|call|cafe|zoom|teams|meet|conversacion|entrevista|presentacion|junta|reunirnos|encuentro|videoconferencia
def recontact = escribame|escribeme|escribirme|escribanos|escribirnos|escribime|contacteme|contactame|contactanos|contactarme|contactarnos|contactenos|llameme|llamame|llamenos|llamarme|llamanos|llame|recuerdame|recuerdeme|recordame|recuerdamelo|preguntame|pregunteme|buscame|busqueme|mandame|mandeme|avisame|aviseme|hablame|hableme|insista|insiste|intentelo|intentalo|pruebe|prueba|vuelva|vuelve|volver|vuelvan|volveme|retomar|retomamos|retomarlo|retomemos|hablamos|hablemos|hablar|lo_vemos|vemos|veamos|revisamos|revisar|contactar|contacta|contacte|escribir|escribe|escriba|retoma|retome|buscanos|me_escribes|me_escribe|nos_escribes|nos_escribe|me_llamas|me_contactas|me_contacta|me_buscas|me_busca|me_recuerdas|me_recuerda|me_avisas|me_preguntas|me_pregunta

[optout.baja 3]
me|nos des|den|de|dan|dais|dejes de baja
que|q me|nos quites|quiten|saques|saquen|borres|borren de|por|ya|te
^ quitelo|borrelo|saquelo|quitela|borrela|eliminelo|eliminela ?usted|ya|por|favor ?favor $
cancelame|canceleme|cancelenme|retireme|retirenme|retirame|desconecteme|desconectenme|deme_por|quitennos|quitenos|borrennos|saquennos ..4
borre|borrelo|borrarlo|eliminarlo|quitarlo|quitarme|sacarme|sacarnos|borrarnos|eliminarnos|retirarlo ?por|ya|de|usted|el ?favor|mio|su|sus $
haga|hagan|hagame ..2 favor ..2 borrar*|eliminar*|quitar*|sacar*|retirar*|no
sacar|quitar|borrar|eliminar me|nos ..1 de
podras|podria|podrias|puede|puedes|pueden sacar*|quitar*|borrar*|eliminar*|retirar* ..3 de ..2 @list|@mails
saqu*|saqu*|saque|borr*|quit*|elimin* ..2 esa|esta ..1 direccion ..3
salida|salir ..1 de ..1 su|sus|vuestra|la ..1 @list
pedir|pedi|pido|pedido ..2 baja
que ..3 saques|saque|quites|quite|borre|borres|saquen|quiten ..2 de ..1 ella|ahi|la
supresion ..3 datos
cancelacion|supresion ..3 mis|nuestros
baja baja
manera|forma|modo|como ..3 salir|salgo|salirme|salirnos ..1 de aqui|esto|esta|su|sus|la_lista|ahi
borr*|quit*|elimin*|sac*|saq* nuestro|nuestra|nuestros|mi|mis ..3 de|del ..3 @list
supriman|suprima|suprime|depuren|depure|descarten ..2 @my ..1 @data
me borran|borras|quitan|quitas|sacan|eliminan|eliminas|tachan|borra ?por|favor|ya ?de|del
me quitan|quitas|sacas|sacan ..1 de ..2 @list
borr*|quit*|saq*|sac*|elimin* todos|todas|todo ?por|favor|ya $
^ baja|darme_de_baja|dar_de_baja|desuscribir|desuscribirme|desuscribirse|remover|eliminar|eliminarme|stop|cancelar|borrar|bajenme|alto|cancelar_suscripcion|unsubscribe|desinscribir|eliminenme|quitenme|removerme ?por|favor|gracias|ya|inmediatamente $
dar|dame|deme|darme|denme|den|danos|darnos|denos|dese|darse|dadme|dadnos ..2 de baja
quiero|quisiera|solicito|deseo|pido|necesito|ruego|tramite|tramiten|procedan ..4 baja
desuscrib*|desinscrib*|desapunt*
cancel* ..2 suscripcion|subscripcion
quit*|elimin*|borr*|sac*|saq*|remuev*|retir*|suprim*|exclu*|tach*|baj* ..5 de|del ..3 @list
quiteme|quitame|quitenme|eliminame|elimineme|eliminenme|borrame|borreme|borrenme|saqueme|sacame|saquenme|sacanos|remuevame|remuevanme|excluyanme|excluyame|quitenos|saquenos|eliminenos|borrenos|quitarme|eliminarme|borrarme|sacarme|excluirme|removerme|bajame|bajenme|tachame|tacheme
quite|quiten|quita|quitad|elimin*|borr*|saque|saquen|saca|retire|retiren|suprim*|olvid*|cancelen ..2 @my ..2 @data
elimin*|borr*|suprim* ..3 todos ..3 datos
no ..3 figurar|estar|aparecer|seguir ..3 @list
como ..4 baja|desuscrib*|desinscrib*
enlace|link|opcion ..4 baja|desuscrib*
[optout.no-mas 3 raw]
dej* de ..1 llen*|bombarde*|inund*|satur* ..3
no ..1 me|nos escrib*|mand*|envi*|llam*|contact*|molest* ..4 mas|nunca|otro|ni
no me|nos escriba|escriban|escribas|llame|llamen|moleste|molesten ?mas|por ?favor $
no|ni me|nos llam* ..3 ni ..2 escrib*|mand*
ni me|nos lo|escriba|mande|llame ..3 ni ..3
que no ..1 me|nos escribiera|escribieran|mandara|mandaran|enviara|llamara|escribieras|contactara ..2
no ..2 me|nos escribieran|escribiera ..1 mas
no le|les|nos escribieran|escriban|lleguen ..2 mas
no escribirme|escribirnos|mandarme|llamarme|enviarme|contactarme ..2
por no mandar|enviar|escribir ..2 mas
no ..1 se ..1 dirijan|repita|repitan ..2
prefiero|preferiria|preferimos no ..1 recibir|que
no|decidido_no recibir ..2 @mails|nada|mas
no insista|insistan|siga|sigan ?mas $
habra|haya|sea no ..1 sexto|septimo|quinto|octavo
no habra|haya ..1 sexto|septimo|quinto|octavo|proxima|proximo
^ silencio ?por|para ?favor|siempre $
deje|dejen|deja de hacerlo|insistir|seguir
^ pare|paren|dejelo|dejenlo|dejalo ?ya|por ?favor $$
^ se acabo $
quiero|queremos|manera|forma ..2 que ..2 pare|paren|cese|termine|acabe
esto pare|cese|termine|acabe
ahorr* ..2 me|nos|envios|los_envios|sus_envios
olvid* ..1 de|d ..1 mi|nosotros|nuestra|nuestro|esta
usted|ustedes|que me|nos olvid* ..3
no ..1 volv* ..1 a ..1 escrib*|mostrar*|contact*|molest*|llamar*
ni ..2 llamar|escribir ni ..2 escribir|mandar|llamar
no mas ..2 $$
cortala|cortenla|corten|corte ..1 con ..2 @mails|los|sus
ahorr*|evit*|prescind* ..4 @mails|recordatorio*|siguiente|molestia
nadie|ninguno|ninguna ..4 quiere|desea|quiera|pidio ..4 recibir|correos|mensajes|saber
nunca_mas|jamas|nunca ..2 escrib*|contact*|@mails|mand*|envi*|recib*
no ..2 me|nos lleg* ..3 mas|nada|ningun
no ..1 queremos|quiero|aceptamos|acepto|leemos|admitimos|recibimos ..1 publicidad|propaganda|spam|correo_comercial|publicidades
que ..2 no me|nos ..1 lleg* ..3
deja*|deje*|dejen|dejad ..2 en_paz|tranquil* ..1
fuera|largo|lejos de_mi|de_mi_correo|de_nuestro|de_aqui
ni ..2 correos|mensajes|llamadas ..1 ni ..2 correos|mensajes|llamadas
pedi|pedimos|pedido ..4 saquen|quiten|borren|baja|eliminen
no me ..1 llegue ..2 mas|ninguno
cesar|cesen ..2 envio|envios
evitar|evite|evita ..3 recordatorios|correos|mensajes
mensajes|correos|mails ..3 terminen|terminaran|cesen|paren|acaben
no ..4 se nos|me contacte|escriba|envie ..2 mas
nada|sin de publicidad|propaganda|spam
terminada|terminado|fin ..2 esta|a_esta correspondencia
bloquead* ..1
los|le|te tengo bloquead*
ni ..6 nunca
no ..3 vuelva|vuelvan|volviera|volvieran|vuelvas|volvais ..2 a ..2
que ..2 sea ..2 ultimo|ultima
como ..5 no ..2 recibir ..3
no ..2 insista|insistan|insistas ..1 mas
borrenlo|borrelo|eliminenlo|eliminelo|quitenlo|borralo|borrenla ..1
no ..2 autorice|autorizo|autorizamos|he_autorizado ..4
no ..3 escriba|escriban|escribas|escribais|contacte|contacten|contactes|contacteis|envie|envien|envies|envieis|mande|manden|mandes|mandeis|llame|llamen|moleste|molesten|molestes|molesteis|insista|insistan|insistas|mas|escribirme|enviarme|contactarme|mandarme|molestar ..4 mas|nunca|mas_correos|por_favor|nada|otra_vez|de_nuevo
no|ni|nunca ..1 me|nos ..1 escriba|escriban|escribas|contacte|contacten|contactes|envie|envien|envies|mande|manden|mandes|moleste|molesten|molestes|llame|llamen|escribais|mandeis ..2 mas|nunca
no ..4 recibir|recibiendo|quiero|queremos|deseo|deseamos|quisiera|interesa_recibir ..3 mas|ningun|ninguna|sus|este|estos|esta|su|de_ustedes|tipo ..3 @mails
no quiero|queremos|deseo|deseamos|deseo_seguir ..3 recibir|saber_nada|saber|que_me|seguir|mas
no ..2 mas ..1 @mails
ni un|una|uno @mails|mas
^ no mas ?gracias|por|$
basta de|ya ..2 @mails|escrib*|mand*|envi*|molest*|insist*|correos|publicidad
^ basta ya ?por|favor|gracias $
^ basta $
pare|paren|para|deje|dejen|deja|dejad|cese|cesen|dejar|parar|parad|dejame ..2 de ..2 escribir*|mandar*|enviar*|molestar*|contactar*|spam*|llamar*|insistir|acosar*|joder|@mails
dejame|dejeme|dejenme|dejadme|dejennos|dejenos ..2 paz|tranquil*|en_paz
dej*|viva|vivir ..3 en paz
abstenga*|abstenerse|absteng* ..5
dejar|deje|dejen|dejad ..1 de ..4 @mails|recibir
que ..2 no ..2 me|nos escriba|escriban|contacten|contacte|manden|mande|envien|envie|molesten
olvid* ..2 de ..1 mi|nosotros
vayase|vete|larguese|vayanse|lárgate ..3
a la_mierda
harto|hartos|harta de ..2 @mails|ustedes|vosotros|usted|sus|esto
nunca|jamas|no ..4 solicite|solicitado|pedi|pedido|suscribi|suscrito|autorice|autorizado|consenti|consentimiento|di_permiso|apunte|registre
sin ..2 consentimiento|autorizacion|permiso
[optout.legal 3]
rgpd|lopd|lopdgdd|habeas_data|arco ..8 elimin*|supres*|baja|borr*|derecho|ejerc*|cancel*|denunci*|oposicion|solicit*
derecho|derechos ..3 oposicion|supresion|olvido|cancelacion|arco
ejerc* ..4 derecho|derechos
me|nos opongo|oponemos
denunci*|denuncio|aepd|agencia_espanola|abogado|abogados|profeco|acciones_legales|proteccion_de_datos
reporta*|reporte|marca*|bloque* ..4 spam|correo|remitente|no_deseado|su|tu|usted
spammer|spamear|spammers|spameando ..3
^ spam $
esto|este|su|tu|sus|es|vuestro|su_puro|puro|estos|del|de|como|el ..2 spam ..3
basta|harto|deje*|pare*|marc*|report*|mas|no|stop ..3 spam
no_deseado|no_solicitad*|no_solicitado|acoso
revoco|retiro ..3 consentimiento|autorizacion
lista robinson
[optout.ultimo 2]
ultimo|ultima ..2 correo|mensaje|aviso
ultima vez que ..2 digo|escribo|pido|aviso|repito|lo_digo
ya basta|estuvo|fue|fue_suficiente
como|donde|quien ..5 mi ?direccion|correo|datos|email ..8 borr*|elimin*|quit*

[optout.dar-de-baja-mal-escrito 3]
dar|dame|deme|darme|darse|denme|den|danos|darnos|denos|dadme ..2 de vaja|bja|baj|baha|abja|bajja|bajaa|baaj
[optout.como-si 3 raw]
como si|que ..4 no|nunca|jamas|muerto|muerta ..2 existiera|existiese|existiesemos|existieramos|existo|existimos|hubiera|hubieran|existe|nacido|conocido|estoy
hagan|haga|haced|haz|imagine|imaginen|finja|finjan ..3 como_si|que|cuenta_de ..4 no|nunca|jamas|muerto|muerta
olvid* ..2 que ..2 existo|existimos|existe|me_encontraron
[optout.ultimo-gusto 3 raw]
ilusion|placer|alegria|gusto|encantaria|alegraria|feliz|contento|contenta|agradeceria|agradecido|alivio|maravilla ..6 ultimo|ultima ..2
[optout.fuera 3]
^ fuera ?de_aqui|ya|por_favor|gracias $$
[optout.desconocidos 3 raw]
que ..4 no|nunca ..2 conocemos|conocimos|conocido|visto
cruz|raya ..2 sobre|por|encima ..2 nombre
dejenla|dejenlo|dejela|dejelo|dejadla|dejadlo ..2 tranquil*|paz
va|van|acaba|acaban ..3 papelera|basura|spam ..2 sin ..1 abrir|leer|abrirlo|leerlo
cesen|cesar|cese|finalizar|interrumpir|suspender ..4 envios|comunicaciones|contacto|correos|mensajes
sal|salga|salgan|larguese|fuera ..1 de ..1 mi|nuestra|nuestro ..1 bandeja|buzon|correo|vida
[optout.entre-contactos 3 raw]
no ..1 desea|deseamos|quiere|queremos|deseo|quiero ..3 entre|en|de ..2 contactos|listas|lista|base|agenda|direcciones
[optout.cesen 3 raw]
cesen|cese|paren|pare ..1 de_inmediato|inmediatamente|ya|de_una_vez
no ..1 sig*|continu* ..1 escrib*|mandando*|enviando*
revoco|retiro|revocamos ..3 permiso|consentimiento|autorizacion
[optout.bloqueo 3 raw]
no ..1 quiero|queremos|deseo ..1 ver|leer ..1 un|otro|ningun|mas ..1 @mails
le|lo|la|te|les|los ..1 bloqueo|bloqueare|bloqueamos
estar|figurar|seguir ..1 en ninguna|ninguno ..1 lista|listado|base
[optout.siguiente 3 raw firm]
siguiente|proximo|proxima|uno_mas|una_mas|otro_correo|otro_mensaje ..7 abogado|abogada|abogados|papelera|basura|spam|aepd|denuncia|policia|bloqueo|juzgado|facua|ocu
si|como ..4 vuelve|vuelven|llega|aparece|recibo|veo ..4 suyo|suya|de_ustedes|de_usted|tuyo|otro_correo|otro_mensaje|uno_mas
[optout.al-spam 3 raw firm]
acabo|acabamos|ya|le|les|os|te|lo|los ..4 mandar*|mando|mandado|puesto|metido|enviado|van|va|vais|caer|caeran|directo|directos|marcado|pasado|iran ..5 spam|papelera|basura|no_deseados|correo_no_deseado|lista_negra
ahorrese|ahorrense|ahorrate|ahorraos ..2 correos|mensajes
[optout.de-parte 3 raw]
pide|ruega|encarga|dice|indica|quiere ..4 no ..3 vuelvan|vuelva|escriban|escriba|contacten|molesten|contactado|contactada|molestado
no ..2 desea|quiere ..2 ser|recibir ..3 @mails|contactado|contactada|molestado|molestada|nada
no ..2 manden|envien|mande|envie|escriban ..1 nada ..1 mas
[optout.fuera-direccion 3 raw]
pierda|pierdan|tire|tiren|queme|tira|olvide ..2 @my ..1 @data
tachadme|tachenme|tachenos|borrenme|borradme|quitadme|sacadme|olvidadme|olvidense ..2
que ..1 me|nos dejen|deje|dejeis ..2 tranquil*|paz
[guard.no-baja 3 raw]
ignor* mi|el ..1 ultimo
borran|eliminan|borra|elimina los|mis|todos ..1 datos ..1 cuando|al|despues|tras
hasta ..6 no ..2
con_el|con la|el presupuesto
nada mientras|hasta|antes
proteccion de datos ..3 vamos|andamos|estamos|tenemos
borrame|borreme|quitame|quiteme|sacame|saqueme|eliminame esa|ese|una|un|unas|dudas|duda
cero spam
nuestro|nuestra|nuestros|filtro|contra|mucho ..2 spam
spam en|que_recibimos|que_nos
la ultima vez que_lo|que_prob*|que_me|fue|hubo|tuv*|nos
nada|no ..6 antes de|del
de|del nuestra|nuestro|nuestras|nuestros ..1 @list
no ..3 mand*|envi* ..2 mas papeles|pdf|pdfs|archivos|catalogos|presentaciones|documentos|folletos|videos
no ..3 de|des|den|dar|darme|quiero|me_de|cancele ..3 baja ..1
no ..3 me ..1 borre|elimine|quite|saque|borres|elimines|quites
tasa|tasas|indice ..2 baja|bajas|desuscripcion
baja|bajas ..2 medica|laboral|maternal|maternidad|paternidad|temporada|precio|de_personal
estoy|estamos|estare|esta de_baja
de baja por|hasta|maternal|medica|laboral
carpeta|filtro|bandeja|en_el|al ..2 spam
clientes|usuarios|suscriptores ..4 baja|desuscrib*
quit*|elimin*|borr* ..4 linea|articulo|partida|opcion|modulo|concepto|presupuesto|factura
no ..3 deje|dejes|pare|pares|olvide|olvides
escriben|dicen|responden|contestan|gritan ..1 no|basta|stop|baja|ni ..4
nos|me escriben|dicen|responden|contestan ..5
quiere|quieres|desea|si_desea|si_quiere ..1 darse|dejar|cancelar ..3
cliente|clienta|alguien|vecino|lector|paciente ..2 nos|me ..1 denunci*|report*|demand*
iba|casi|estuve ..3 borr*|elimin*|baja
cancelar|cancelacion|termine|terminar ..4 borran|eliminan|guardan ..2 datos
llam* ..2 no ..1 escrib*|mand*
nuestra|nuestro|nuestras|nuestros ..3 baja|bajas|desuscripcion
quit*|elimin*|borr* ..5 duplicad*|repetid* ..4 lista|listas|base
quit*|elimin*|borr* ..3 duplicad*|repetid*
quit*|saq*|sac*|elimin*|borr* ..3 de|del ..2 copia|cc|hilo|conversacion|cadena|correo_grupal|invitacion|grupo
basta|no_mas|nada|sin|ya_no ..1 de|mas|mande|manden|envie ..1 pdf|pdfs|folletos|catalogos|presentaciones|diapositivas|enlaces|videos|adjuntos|papeles|teoria
no|dejen|deje|dejad ..6 direccion|correo|buzon|cuenta|numero ..1 antigua|antiguo|vieja|viejo|anterior|equivocada|equivocado
no|dejen|deje|dejad ..6 vieja|antigua|otra direccion|cuenta
clientes|usuarios|suscriptores|destinatarios|lectores|gente|socios|pacientes|padres|personas ..6 baja|desuscrib*|desapunt*|stop|no_mas
dan|da|dieron|damos|den ..1 de baja ..4 destinatarios|clientes|lectores|suscriptores|usuarios|socios|personas
se dan|dan|daban ..1 de baja
cumpl* ..4 rgpd|lopd

[meeting.va-bien 3]
@time ..7 bien|perfecto|puedo|podemos|podria|podriamos|libre|disponible|va|viene|vale|queda|confirmo|confirmado|conviene|late|parece|funciona|cuadra|estoy|de_acuerdo|ok|agendamos|agendado
bien|perfecto|puedo|podemos|podria|podriamos|libre|disponible|va|viene|vale|queda|confirmo|conviene|late|parece|funciona|cuadra|puedes|puede|podes|agendamos|agendar|hacer|quedamos|hablamos|vemos|dale ..5 @time
nos vemos|hablamos|reunimos|juntamos ..3 @time|entonces|#
hasta @time
a las # ..3
[meeting.va-corto 1]
^ perfecto|vale|de_acuerdo|listo|dale|ok|va|me_va_bien|me_parece_bien|genial
[meeting.llamar 3]
tomamos|tomarnos|tomar ..2 cafe
llameme|llamame|llamenme|llamanos|llamenos|llamarme|llamarnos|marcame|marqueme|llamadme|telefoneeme|pegame_un_telefonazo|dame_una_llamada|echame_un_telefonazo|llame|llama ..6
me|nos ..1 llama|llame|llamas|llamen|llaman|puede_llamar|puedes_llamar|marca|marque
hablar|hablamos|hablemos|hablarlo|conversar|conversamos|charlar|charlamos|vernos|reunirnos|juntarnos|quedar|quedamos|platicar|platicamos|conversarlo ..6 @time|telefono|minutos|llamada|zoom|cafe|persona|videollamada
podemos|podriamos|puede|puedes|podria|podrias|quisiera|quiero|queremos|querria|me_gustaria|nos_gustaria|le_parece|te_parece|abierto|dispuesto|encantado|hay_que|tendria|podes|quieres ..5 hablar|reunirnos|vernos|llamada|reunion|conversar|charlar|platicar|videollamada|juntarnos|llamarme|llamarnos|llamar|quedar|cita|demo
mi ..2 celular|movil|telefono|numero es
[meeting.agendar 3]
agend*|program*|concert*|coordin*|organiz*|fij*|reserv*|cuadr*|arm*|mont* ..5 @meet|cita|hora|fecha|espacio|hueco
agendar|agendamos|agendemos|agendame|agendalo
mande|mandeme|mandame|envie|envieme|enviame|envia|pase|pasame|paseme|comparta|comparte ..4 invitacion|enlace|liga|link|convocatoria|horarios|disponibilidad|fechas|calendario|calendly|huecos
cuando ..5 puede|puedes|podemos|hablar|llamar|reunir*|disponible|vernos|viene|pasar|podria|podriamos|podes
^ ?a ?en que|cual dia|hora|horario|dias ..4
su|tu|vuestra disponibilidad
[meeting.visita 3]
pase_por|pasa_por|pase_a|pasate|pasese|venga|vengase|vengan|acercate|venite|ven|vengan|visite|visitenos|visitanos|acerquese|acercate|venir|visitarnos ..5
muestre|muestreme|muestrame|ensename|ensene|ensenos ..4 @time
[meeting.hora 3]
puedo|podria|podemos ..4 pero|mejor ..2 el|la ..4
no puedo ..4 pero ..4 si
que_tal|como_ve|le_parece|te_parece|mejor|o|seria|podria_ser|puede_ser|digamos|pongamos ..3 @time ..3
mover|cambiar|aplazar|posponer|reagendar ..5 @meet|@time|para
[meeting.demo 2]
@meet ?por favor|gracias
ver|tener|hacer|quiero|quisiera|gustaria|interesa|encantaria|solicito|pueden|podrian ..4 @meet

[interested.dice 3]
tiene|debe que|haber|ser ..3 mejor
interesa|interesan|interesado|interesada|interesados|interesadas|interesaria|interesante|intrigado|curiosidad ..2
suena|parece|se_ve|pinta|luce ..3 bien|interesante|bueno|genial|util|perfecto|justo
justo|exactamente lo ..4
me|nos gustaria|encantaria|interesa|interesaria|apetece ..3
quiero|queremos|quisiera|quisieramos ..2 saber|ver|conocer|probar|recibir|mas|una|un|cotizar|contratar|entender|avanzar
saber|conocer|mas|ampliar|mayor ..2 mas|informacion|info|detalles|detalle
^ cuenta|cuente ..1 mas|como|que|algo
cuenteme|cuentame|digame|dime|explicame|expliqueme|contame|explique|platicame|decime ..3
^ adelante $
por_favor envie|mande|si
si ?por|claro|gracias|me|nos|envie|enviame|manda|mandame|mande|dale|adelante|porfa $
^ si ?por ?favor|claro|dale|gracias|porfa $
^ claro|dale|porfa|por_supuesto|encantado|encantada ?que|si $
por que_no ?envi*|prob*|lo
por supuesto
no ..2 diria|digo que no
no ..2 vendria|estaria|viene mal
necesito|necesitamos|buscamos|busco|andamos_buscando|urge ..4 ?algo|una|un|alguien|esto|solucion|herramienta|sistema
como ..3 empezamos|seguimos|procedemos|avanzamos|empezar|empiezo|contrato|contratar|funciona_para_contratar
siguiente|proximo|siguientes|proximos paso|pasos
[interested.enviar 3]
envie|envieme|enviame|envia|envienme|envien|mande|mandeme|mandame|manden|mandanos|envienos|enviar|enviarme|mandar|mandarme|paseme|pasame|comparta|comparteme|facilite|remita|remitame|pasarme|enviarnos|mandarnos|haceme|hazme|hagame|enviadme|mandadme|pasadme|pasanos ..5 info|informacion|propuesta|cotizacion|presupuesto|precio|precios|tarifa|tarifas|catalogo|folleto|ejemplo|ejemplos|detalles|documento|pdf|presentacion|resumen|material|oferta|lo|la|eso|datos|dossier|caso|lista|ficha|referencias|video|muestra
pase|pasen|adelante ..4 info|informacion|propuesta|cotizacion|presupuesto|precio|precios|tarifa|tarifas|catalogo|folleto|ejemplo|ejemplos|detalles|presentacion|oferta|ficha|referencias|dossier
enviemelo|mandamelo|mandemelo|enviamelo|pasamelo|mandalo|envielo|enviala|mandala|mandemela|enviemela|mandamela
recibir|tener|ver|recibirla|recibirlo ..3 info|informacion|propuesta|cotizacion|presupuesto|precio|precios|tarifa|tarifas|catalogo|folleto|ejemplo|ejemplos|detalles
[buying.precio 3]
pasas|pasa|pasan|pasame|pasar|manda|mandas|envias|mandan ..3 presupuesto|precio|precios|cotizacion|tarifas
cuanto|cuanta|cuantos_cuesta ..3 cuesta|cuestan|costaria|vale|sale|valen|cobran|saldria|es|seria|costo|sale
precio|precios|tarifa|tarifas|cotizacion|cotizar|costo|costos|coste|costes|descuento|descuentos|cotice|cotizame
presupuesto ..3 para|de|por_favor|sin_compromiso|detallado
que|cual|cuales ..4 precio|precios|costo|coste|tarifas|presupuesto|condiciones|vale|permanencia
por usuario|mes|sucursal|ano|vehiculo|licencia|almacen|tienda|deposito
permanencia|plazo_minimo|forma_de_pago|formas_de_pago|contrato_minimo
[buying.prueba 3]
prueba|probar|probarlo|probarla|piloto|demo_gratis|version_de_prueba|periodo_de_prueba|gratis|gratuita ..3
[buying.referencia 3]
algun|alguna|algunos ..1 cliente|clientes|empresa ..4
referencia|referencias|casos_de_exito|caso_de_exito|testimonios
clientes ..4 como|similares|parecid*|sector|tamano|region
[buying.contrato 3]
contrato|pedido|orden_de_compra|factura ..4 envi*|mand*|firm*|donde
firmar|contratar|comprar|encargar ..3
[buying.encaja 2]
integra*|compatible|conecta*|importa*|api|se_lleva_con ..4
cuanto ..3 tarda|tardan|demora|tiempo|lleva ..4
plazo|plazos ..2 entrega|implantacion|implementacion

[question.que 3]
que ..5 hacen|hace|es|ofrecen|venden|haceis|ofreceis|vendeis|significa|quieren|quiere|aporta|aportais|aportan|diferencia|exactamente|son|seria|ventaja|tiene
a_que se
quien|quienes ..4 es|son|sois|le|te|dio|eres|esta
de_donde|como|donde ..5 sacaron|saco|sacaste|obtuvo|obtuvieron|tiene|tienen|consiguio|consiguieron|conoce|conocen|conocemos|nos|mi|mis|sale|son|estan|llego|llegaron|salio
como ..4 funciona|se_diferencia|trabajan|diferencian|garantizan|haria|seria|se_llama|hace
por_que ..5
cual|cuales ..5
es|son|eres|sois ..2 usted|ustedes|una_persona|un_robot|esto|de|robot|bot|vosotros ..4
nos|te|le conocemos|conozco|conoce|conocimos
no ..2 entiendo|entendi|me_queda|queda_claro|recuerdo|me_acuerdo|se_bien|comprendo
[question.objecion 2]
pero ..5
y si ..4

[defer.luego 3]
recuerdemelo|recordarmelo|recuerdes|recordarme|buscame|busqueme|intente|intentar|intenta ..4 en|a|pasando|de_nuevo|otra|cuando|despues
@recontact ..6 mas_adelante|despues|luego|nuevo|nuevamente|otra_vez|dentro|en|a_partir|a_principios|a_finales|a_mediados|pasado|pasadas|tras|el_proximo|la_proxima|proximo|para|cuando|desde|pronto
mas_adelante|despues|luego|a_partir|dentro|pasado|pasadas|tras|cuando ..8 @recontact
vuelv*|volv* ..2 a escribir*|contactar*|llamar*|intentar*|preguntar*|hablar*|tocar*|insistir|buscar*|conversar*
lo|le|nos|la ..2 vemos|hablamos|retomamos|revisamos|volvemos|reviso|retomo|miramos|conversamos|platicamos ..5
para|en ..3 otra|otro ocasion|momento
[defer.once 3]
cuando|una_vez ..10 hablamos|escriba*|contact*|llam*|retom*|vemos|escribeme|veremos
quizas|quiza|tal_vez|a_lo_mejor ..4 mas_adelante|despues|proximo|futuro
mas adelante
[defer.verb 2]
@recontact
[defer.when 2 raw]
despues ..2 con_gusto|encantado|claro|si
cuando ..6 a_principios|a_finales|a_mediados|en
denos|deme|danos|dame ..3 meses|semanas|tiempo
no|nada|hasta ..3 antes|hasta
despues|a_partir|en|tras|pasado|pasadas|desde|para|proximo ..5 mejor|puedo|podemos|podria|tiempo|tranquil*|con_gusto|conviene|veremos|habra|tendremos|estara|sera|ya
mejor|prefiero|preferible|tranquil* ..4 despues|a_partir|en|tras|pasado|pasadas|a_principios|a_finales|a_mediados|dentro|para|el_proximo
hasta ..6
presupuesto ..6 proximo|enero|nuevo|ano|siguiente|hasta|para
contrato ..6 hasta|vence|termina
vuelvo|regreso|volvemos ..4
de|desde vuelta|regreso
[notnow.ahora 2 raw]
ahora|ahorita|momento|actualmente|este_ano|por_ahora|de_momento|hoy_por_hoy|todavia|aun|este_mes ..4 no|nada|imposible|obras|liados|mal|saturados|a_tope|complicado|dificil
no ..4 ahora|momento|actualmente|este_ano|por_ahora|de_momento|todavia|buen_momento|mejor_momento|este_mes|ahorita
mal|mala momento|epoca|fecha
temporada alta
plena|pleno|plenas|en_medio ..2 campana|temporada|cosecha|obras|cierre|vendimia|mudanza
liado|liados|liada|saturado|saturados|desbordados|a_tope|ocupado|ocupados|hasta_arriba
muy pronto|ocupad*|liad*
[notnow.nosotros 2 raw]
le|les|te|os ..1 contactaremos|contactamos|llamaremos|avisaremos|avisamos|escribiremos|aviso|avisare|contacto|llamo|llamamos|buscamos
nos pondremos|ponemos
me pondre|pongo

[referral.encargado 3]
encarga|encargado|encargada|lo_lleva|eso_lo_lleva|lleva_eso|gestiona|maneja|ve|decide|sustituye|reemplazo|reemplaza|a_cargo|atiende|corresponde|compete|coordina|dirige ..3
hable|habla|hablar|contacte|contacta|contactar|escriba|escribe|escribir|dirijase|dirigirse|diríjanse|pregunte|pregunta|llame|consulte|comuniquese|comunicate|comunicarse|ponte|pongase|escribile|contacta_a|hablalo|escribale|preguntale ..4 con|a|al|mi|nuestro|nuestra|el|la
persona indicada|adecuada|correcta|encargada|responsable
[referral.copio 3]
copio|copia|cc|en_copia ..5
reenvio|reenvie|reenviado|paso|pase|remito|remitido|derivo|derivado|traslado|trasladado|comparto|compartido|reenviare|pasare ..5 a|al
he|hemos reenviado|trasladado|remitido|derivado
lo|la|se_lo|correo|mensaje ..2 he|hemos pasado
[wrong.no-soy 3 raw]
solo|solamente conduzco|manejo|reparto|limpio
vendi|vendimos|traspase ..2 negocio|empresa|tienda|local|restaurante
no ..2 hay ..2 senor|senora|sr|sra ..3
no ..1 era|es|sea|va para|dirigido mi|a_mi
equivoc* ..4
persona|direccion|destinatario|numero|correo|departamento|contacto ..1 equivocad*|incorrect*|errone*
no ..3 soy|es|trabajo|llevo|estoy|me_encargo|me_ocupo|decido|manejo|gestiono|tengo_nada|me_corresponde|pertenezco|tengo_que_ver|sigo|formo|veo ..5 yo|persona|responsable|encargad*|mi_area|mi_departamento|indicad*|adecuad*|correct*|mas|ya|eso|compras|quien|ese_tema|ese|esa|empresa|ahi|alli|tema
no ..2 soy yo|el|la|quien
ya no ..3 trabajo|estoy|llevo|me_encargo|me_ocupo|me_dedico|soy|pertenezco|formo|sigo
jubilado|jubilada|jubile|jubilados|retirado
deje|cambie ..2 empresa|puesto|trabajo|compania|cargo
mismo nombre|apellido
confund* ..4
particular|numero_particular|correo_personal|soy_un_particular
no ..2 se|sabria|tengo_idea ..3 quien
no tengo ..2 ningun|ninguna|empresa|almacen|negocio|flota
yo soy de ..2
[decline.no 3 raw]
no ..2 vayamos|vamos|voy|vaya a ..1 contratar|comprar|necesitar*|cambiar|seguir
respuesta ..2 negativa|no
no repetimos|repetiremos
no ..1 lo hay
ni ahora ni
no ..1 compro
estamos|somos liquidando
junta|jefe|consejo|socios|direccion ..2 dijo|dijeron|dice ..2 no
encontr*|consegu*|sale|hay|hacen|dejan|cobra ..4 mas barato|barata|economico|economica
ya no ..1 cambio|cambiamos ..2
no ..1 compensa|vale_la_pena|merece|conviene|resulta
acabamos|acabo de ..1 cambiar|comprar|contratar|firmar|renovar|instalar
asi que no
no ..2 convence*
cunado|hermano|mujer|marido|hijo|sobrino|gestor|contador ..2 lleva|hace|maneja|encarga
cerramos|cierro|cerrare|cerrar|cerro ..3 negocio|tienda|local|definitivamente|empresa|persiana|siempre|restaurante|bar|taller
no ..1 le|lo|les veo|vemos|encuentro ..4
asi ..1 estamos|estoy|seguimos ..1 bien
estamos ..2 bien|servidos|cubiertos ..1 asi
va|sale|pasa ..1 de presupuesto
no me|nos da|alcanza|sirve|hace
no|ni|nada|tampoco ..4 interesa|interesan|interesados|interesado|interesada|interes|necesitamos|necesito|necesidad|encaja|hace_falta|falta|necesario|precisamos|preciso|convence|aplica|requerimos|requiero|conviene|buscamos|busco|contemplamos|contemplado|previsto|viable|queremos|aporta|cuadra_con|vamos
no ..1 gracias|muchas|por_ahora|gracias|lo_siento
^ no ?gracias|muchas|muchas_gracias $$
gracias ?pero no
no es ..2 nosotros|mi|lo_nuestro|para
no ..2 para ..1 nosotros|mi
declin*|rechaz*|descart*|desestim* ..3
paso|pasamos ?de ?por|gracias|esta_vez $
hemos|he ..2 decidido|optado|elegido|descartado|resuelto ..5
no ..2 seguir|continuar|avanzar|seguimos|seguiremos|avanzaremos|proceder|proseguir
[decline.ya 3]
firmamos|contratamos|elegimos|cerramos|compramos ..2 con|otro|otra ..3
ya ..3 tenemos|tengo|contamos|trabajamos|usamos|disponemos|utilizamos|contratamos|firmamos|estamos|lo_hacemos|hay|compramos ..4
tenemos|contamos|trabajamos|tengo|usamos ..4 proveedor|solucion|sistema|alguien|propio|contratado|socio|equipo_propio|partner|interno|software
estamos|estoy|quedamos|muy|seguimos|tan ..2 satisfech*|content*|conform* ..3
otro|otra ..2 proveedor|solucion|empresa|opcion|sistema|compania
competencia
internamente|nosotros_mismos
en_casa !central|matriz
[decline.presupuesto 3 raw]
no|sin|ningun|nada|recortad*|falta|poco ..4 presupuesto|dinero|fondos|recursos|plata|lana
presupuesto ..4 no|agotado|congelado|recortado|cerrado|limitado
demasiado|muy|tan caro|cara|pequen*|grande|costos*|chic*|viej*
cerramos|cierre_definitivo|quiebra|concurso|vendemos
somos ..2 pequen*|chic*
[decline.suave 1 raw]
mucha|buena suerte
suerte|exito|exitos
lo siento|lamento
[ack.gracias 1]
^ gracias|muchas_gracias|ok|recibido|vale|entendido|enterado|enterada|perfecto|listo|jaja|jajaja|anotado|leido|de_acuerdo $
acuso|acusamos recibo
[shares.dolor 2]
asi ..1 no se puede|podemos|seguimos
perdieron|extravi* ..3
problema|problemas|lio|desastre|caos|error|errores|retraso|retrasos|perdemos|perdimos|perdida|perdidas|pierdo|excel|papel|a_mano|manual|manualmente|whatsapp|reclamos|reclamaciones|quejas|cuesta|faltan|falta|merma|mermas|robo|no_cuadra|cuadra|averias|paro|horas_extra|dolor_de_cabeza|desfase|libreta|tiramos|seguido|nunca
[shares.meta 2]
objetivo|meta|queremos|necesitamos|buscamos|planeamos|pensamos|abrir|abrimos|crecer|creciendo|ampliar|contratar|cambiar|implementar ..3
[shares.datos 2]
tenemos|somos|hacemos|manejamos|nuestro|nuestra|nuestros|usamos|hay|contamos ..5 # ..2
# sucursales|tiendas|camiones|vehiculos|empleados|personas|almacenes|clientes|pedidos|facturas|horas|toneladas|euros|usuarios|choferes|lotes|referencias|trabajadores|depositos|al_dia|al_mes
porque|ya_que|pues|que_en ..6
nuestro|nuestra|ahora|usamos|trabajamos|somos ..4

// ---- modismos
[decline.modismo 3 raw]
ranas ..4 pelo
ni jarto|harto|loco|loca|pensarlo|hablar|borracho|cobrando|regalado|regalada|muerto|muerta|sonarlo
^ ?pues ?bueno ?pero que no $$
once varas
va_a_ser que_no
nanay|nel|naranjas_de_la_china|verdes_las_han_segado
otra_vez sera
tirar ..1 plata|dinero
^ lo|la dejamos ?aqui|asi|estar|ahi $
dice|dijo|dicen|dijeron que no $
no ..1 senor|senora $
agua pasada
[decline.resuelto 3 raw]
quedo|quedaron|quedasteis ..2 segunda|segundo|fuera|descartad*
adjudicatario|adjudicataria|adjudicado|adjudicamos|adjudico ..4
directorio|junta|consejo|comite|socios|gerencia|asamblea|patron|reglamento ..6 congelar|congelo|rechazo|veto|permite|descarto|tumbo|contra
congel* ..3 compra|compras|contratacion|gasto|gastos|presupuesto|inversiones
decidimos|decidieron|decidio|resolvimos|acordamos ..1 que no
preferimos|prefiero|prefieren|seguimos|sigo|seguiremos|seguira|continuamos|quedamos ..2 con ..4 siempre|planilla|libreta|excel|papel|misma|mismo|lapiz|nuestro|nuestra|actual|anterior
[decline.apanarse 2 raw]
nos|me arreglamos|apanamos|apano|arreglo|bastamos|basta|sobra
no quiero !perder|que|dejar|molestar|esperar ..3
que ..1 mas quisiera ..3
asi nos_gusta|nos_va|estamos_bien
cooperativa|central|casa_matriz|fundacion|donacion ..4 todo|todos|insumos
no ..1 pagamos|pago ni
de siempre $
no cuente|cuentes|cuenten conmigo|nosotros
[defer.recordar 3]
recordatorio|recuerdeme|recuerdame|recuerdamelo|recuerdemelo|recuerdenos|acuerdeme ..6
reenvie|reenviame|reenvieme|reenvien|reenviamelo|reenviemelo ..6
buscame|busqueme|echame|dame|deme|pegame ..2 grito|toque|llamadita|silbido ..6
me|nos encuentra|encontrara|encuentras|tiene|tendra|pilla ..6
lo|le|la|os|te|los atiendo|escucho|leo|miro|atenderemos ..4
estoy|estare|quedo ..2 su_disposicion|tu_disposicion
dejelo|dejalo|dejemoslo|dejamos|dejadlo para ..6
ahi|entonces hablamos|platicamos|vemos|conversamos|le_entramos
hagalo|hazlo|haganlo el|en|a ..3
[defer.tiempo 2 raw]
deme|dame|denos|danos ..3 semana|semanas|dias|mes|meses|quincena|tiempo
antes no ..3
mientras tanto ..3
bajo|vuelvo|regreso|termino|acabo|salgo ..6
[wrong.desconozco 3 raw]
nadie ..4 dicho|sabe quien
ignoro|desconozco ..2 a quien|quien
no ..1 hay quien
hermano|hermana gemelo|gemela
yo soy ..2 el|ella|la ..5 es ..3
se lia|confunde|confunden $
la suplente|el_suplente de ..3
[interested.trato 3]
depende ..3 precio|costo|cuanto
si ..12 firmo|compro|te_compro|se_los_compro|me_apunto|trato_hecho|le_compro
tienta|me_late|nos_late|tentador
apunteme|apuntame|apuntenos|apuntanos|inscribame|inscribanos ..3
a cuanto ..4
en cuanto anda|sale|queda|esta|saldria
que me|nos costaria|recomienda|recomiendan|sugiere|sugieren|propone|ofrece
me|nos ..1 da|das|dais|dan ..3 cifra|numeros|numero
se puede pagar ..4
muestreme|ensename|enseneme|demuestreme|demuestrame|demuestras ..4
[referral.manda 3]
eso le_toca|le_corresponde|lo_compra|lo_ve|lo_lleva|lo_maneja ..4
el|la que ..2 corta|manda|decide|compra|lleva ..4 es ..3
es ..1 la|el|quien indicada|indicado|decide|compra

// ---- en otra puerta
[wrong.puerta 2 raw]
ha|han|has dado|llegado|caido|topado ..4 equivocad*|particular|privad*
busca|buscan|buscaba|buscaban ..2 seguramente|quizas|sin_duda|a_mi|al_otro|a_otro|otra_persona ..3
hace ..3 que ..2 no ..2 trabajo|estoy|soy|llevo
traspas*|vendi|vendimos|cerre|deje ..2 el|la|mi ..1 negocio|bar|tienda|local|restaurante|taller|finca
fallecio|fallecido|fallecida|murio|que_en_paz_descanse|en_gloria_este ..4
ya no ..1 existe ..3
nunca he|fui ..1 trabajado|sido ..3
pensionado|pensionada|retirada
mismo|igual|parecido nombre|apellido ..3
[referral.quien 3]
eso|esto|ese|este|de_eso ..3 lo_decide|lo_ve|lo_lleva|lo_maneja|lo_firma|lo_compra|se_encarga|se_ocupa ..3
toca|corresponde|incumbe ..1 a|al ..3
manda|decide|firma|compra ..2 mi|la|el|dona|don ..2
pasa|pasan|va|van por ..1 mi|la|el|las|los|manos ..3
`
