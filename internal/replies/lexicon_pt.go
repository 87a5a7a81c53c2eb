package replies

// lexiconPT is how people say it in Portuguese, in Brazil and Portugal.
const lexiconPT = `
def my = meu|minha|meus|minhas|nosso|nossa|nossos|nossas|este|esta|esse|o_meu|a_minha|os_meus|o|os|a
def data = email|mail|e|endereco|enderecos|dados|nome|contato|contacto|contatos|numero|cadastro|telefone|registo|registro
def list = lista|listas|base|bases|cadastro|mailing|newsletter|banco_de_dados|base_de_dados|registros|registos|envio|envios|sistema|distribuicao|contatos|contactos|divulgacao|arquivos|arquivo|destinatarios|ficheiro|ficheiros|agenda|crm|mailings|bases_de_dados|bancos_de_dados
def mails = correspondencia|email|emails|mail|mails|e|mensagens|mensagem|contato|contatos|contacto|contactos|publicidade|spam|propaganda|comunicacoes|comunicacao|newsletter|propostas|correio|ofertas|informacoes|promocoes|lembretes
def time = segunda|terca|quarta|quinta|sexta|sabado|amanha|hoje|manha|tarde|noite|semana_que_vem|proxima_semana|feira|meio_dia
def meet = reuniao|chamada|call|ligacao|demo|demonstracao|visita|conversa|videochamada|cafe|encontro|apresentacao|teams|zoom|meet|agenda|videoconferencia|bate_papo|papo
def recontact = volte|voltar|voltem|retome|retomar|retomamos|retornar|retorne|contate|contacte|contatar|contactar|contate_me|ligue|ligar|ligue_me|escreva|escrever|escreva_me|me_escreva|me_ligue|me_liga|me_procure|procure|procurar|me_chame|chame|chama|me_chama|me_lembre|lembre|falamos|falar|falemos|conversamos|conversar|conversemos|fale|fala|tente|tentar|vemos|ver|revemos|me_contate|me_contacte|me_mande|mande|me_manda|me_avise|avise|insista|pergunte|retorna|volta|volta_a|entre_em_contato|entrar_em_contato|entre_em_contacto|entrar_em_contacto|reavaliar|reavaliamos|diga_algo|me_escreves|me_escreve|escreves_me|me_ligas|ligas_me|me_procuras|me_procura|me_avisas

[optout.remover 3]
cancela|cancelar|cancelem ..1 minha|a|nossa|esta inscricao|assinatura|subscricao
deixasse|deixassem|deixe ..1 de ..1 constar|figurar|aparecer
pode|podem|pra|para|favor excluir|remover|apagar|deletar|descadastrar|retirar|tirar ?me|isso|ja $
favor remover|excluir|retirar|apagar ..4
tira|tire|tirem|apaga|apaguem|apague|deleta|deletem|deletar|exclua isso|o_meu|eu|a_gente|meu|minha ..3
me|nos tirar|livre|livra|deixa_fora|deixem_fora ..3 da|do|de|desse|dessa|dessas|deles
apague_me|esqueca_me|esqueçam_me|retirem|remova_me|risque_me|tire_me|exclua_me|elimine_me ..3
apague|esqueca|esquecam|retire|remova|risque|tire|tirem|exclua|elimine|tira|larga me|nos ..3
quero|queremos|queria|preciso sair ?daqui|disso|disto|ja|da|dessa|desta
retira*|remov*|tira*|exclui* la|lo|me|nos dos|das|da|do|de vossos|vossas|seus|suas|vossa ..2
nos|me tirar|tirarem|retirar ..1 desse|dessa|deste|desta|da ..1 @list
ser retirado|removido|retirada|removida|excluido|apagado ..3
removessem|retirassem|tirassem|apagassem ..2
deixe|deixem|deixar|deixa ..1 de ..1 figurar|constar|fazer_parte
constar|figurar ..1 de|em ..1 nenhuma|vossa|nenhum
fora dessas|destas|das|dessa campanhas|listas|lista|campanha
esquec* ..1 esta|este|me|nos|a_gente
perder|perdam|perca ..1 o|a ..1 nosso|nossa|meu ..1 contacto|contato|endereco
remocao|exclusao|eliminacao|retirada|supressao ..4 contacto|endereco|morada|registo|contatos|contactos
tira|tire|tirem|remova|remove|apaga|apague|apaguem|exclua todos|todas|tudo|toda|a_gente ?por|favor|ja|dai|daí|disso $
larg*|solt*|esquec* ..1 minha|nossa|meu|nosso|da_minha|a_minha ..1 caixa|email|inbox|correio|endereco
sair|saimos|saiamos|saia|saio ..3 todas|listas|lista|envios|mailing
apag*|risc*|elimin*|exclu*|tir*|remov*|retir* ..1 meu|minha|nosso|nossa|esse|este ..2 contato|contacto|email|mail|endereco|nome|numero|registo|cadastro
me tirar|remover|excluir|apagar|riscar|descadastrar ..1 de|da|do|dessa|desta|daqui|dai
a_gente|gente fora|daqui|dai
apaguem|apague|removam|remova|eliminem|elimine no|na|o|a|isso|ja
tira|tirem|tire ..2 nome|email|contato ..3
risque|risca|riscar ..3
me exclui|exclua|excluam|tira|tirem ..3
ser esquecid*
dispenso ..2 contactos|contatos|emails
apague|apaga|apaguem|remova|exclua|delete ?por ?favor $
^ remover|remova|remove|sair|descadastrar|descadastre|descadastro|cancelar|cancelar_inscricao|parar|pare|parem|stop|excluir|exclua|apagar|anular_subscricao|unsubscribe|remocao|eliminar|chega ?por|favor|obrigado|obrigada|ja|imediatamente|me $
descadastr*|desinscrev*|desinscri*
anular|cancelar|cancele|anule|cancelem ..2 subscricao|inscricao|assinatura|cadastro
remov*|retir*|exclu*|tir*|apag*|elimin*|risc*|delet* ..4 me|meu|minha|nosso|nossa|o_meu|a_minha|nos|este|esse ..5 de|da|do|das|dos ..3 @list
me|nos remova|remove|tire|tira|retire|exclua|excluam|tirem|removam|retirem|apague|delete
remova|tire|retire|exclua|remover|retirar|tirar|removam|tirem|excluam|apaguem me|nos|o_meu|meu|minha|nosso
remov*|retir*|exclu*|apag*|elimin*|delet*|esquec* ..3 @my ..2 @data
remov*|retir*|exclu*|apag*|tir* ..3 da|de|das ..2 sua|suas|vossa|vossas|essa|esta|desta|dessa|toda|vosso|vossos|lista ..2 @list
sair ..2 da|desta|dessa|de ..2 @list
remocao|exclusao|eliminacao ..4 dados|email|nome|lista|cadastro|contato
apag*|elimin*|exclu* ..3 todos ..3 dados
como ..5 descadastr*|cancelar|remover|sair ..3
link|opcao ..4 descadastr*|cancelar|remover
[optout.nao-mais 3 raw]
nao torn* ..1 a ..3
suspend*|cess*|interromp* ..4 envio|remessa|envios|@mails
nao ..2 me|nos ..1 escrev*|procurem|procure|telefon*|ligue|mande|contat*|contact*|incomod* ..3 nem|mais|outra|$$
nao me|nos escreva|escrevam|procurem|telefone|ligue|incomode|incomodem ?por|mais ?favor $
me escreve|manda|envia|liga mais
nao ..1 mande|envie|mandem|enviem ..1 outro|outra|mais|outros
nao|mais ..2 chegue|chega|venha|venham|voltasse|voltassem ..3 mais|nada|setimo|sexto|nenhum
que nao ..2 chegue|venha|haja|insista|pergunte|insistam|perguntem ..2
peco|pedimos|pedia|agradecia|agradeco|solicito|pede ..3 que|para ..2 nao ..3
peco|pedimos|pedia|agradecia|agradeco|solicito|pede ..4 que ..2 parasse|deixasse|deixassem|parassem|cessem|terminem|pare|parem ..2
fim ..1 destes|desses|dos|deste|desse ..1 @mails|envios
cancelem|cancele|encerrem|encerre|parem|acabem ..2 o|os|com|estes|destes ..2 envio|envios|@mails
pode|podem ?ja parar ?por|ja|sim|com ?favor|aqui|isso $
pode|podem ?ja parar de ..1 mandar|escrever|enviar ..2
nao ..1 us*|guard*|conserv* ..4 endereco|email|dados|contacto|contato|mais|caixa
nao ..1 autoriz*|consent* ..6 publicidade|uso|receber|propaganda|marketing|tratamento|contacto|envio
nao autorizo $
nunca_mais|nunca mais ?ta|por|favor|obrigado $
mais nenhum ..1 @mails
mais nenhum $
quero|queremos|forma|jeito|maneira ..3 isso|isto pare|parem|acabe|parar
email|emails|mensagens demais
escusam|escusa ..1 de nos|me|escrever|mandar
deixa|deixe|deixem ..3 quieto|quieta|sossegado|sossego|em_paz
sumir|sumam|suma|some ..5 caixa|daqui|email|favor
vai_se|va_se|vao_se embora
va se embora
opor_me|oponho_me|opoe_se|opomo_nos ..6
opor|opoe ..1 me|se|esta ..4 tratamento|comunicac*|marketing|contacto
newsletter ..1 aqui nao
considere ..2 falecid*|mort*
dar|da|de um basta
chegar ..1 zero
nao|n manda|envia|escreve|liga|insiste|procura|mandes|envies|escrevas|mandam|enviam ..3 mais|nunca
prescind*|dispens*|abdic* ..5 comunicac*|mensage*|email*|emails|e_mail|e_mails|publicidade|lembretes|contato*|contacto*
nenhum|ninguem|nenhuma ..4 quer|deseja|pretende|queremos ..3 @mails|receber|saber|vossos|de_voces
nenhum|nenhuma de nos quer
nao ..1 receber ..2 publicidade|propaganda|emails|e_mails|mensagens|spam|comunicacoes
acabem|acabe|parem|pare|chega|acaba com ..1 isso|isto|essa|esta ?por_favor|ja $
nunca_mais|jamais ..3 @mails|escrev*|contat*|contact*|mand*|receb*
poupe|poupem|poupa ..1 me|nos ..2 @mails|proximo|proxima|resto|envios
poupe|poupem ..2 envios|@mails
nao ..1 aceit*|quer*|le*|receb* ..1 publicidade|propaganda|spam|divulgacao
deixa|deixe|deixem|larga|largue|larguem ..1 me|nos|da_mao|do_pe ..2 paz|sossego|mao
nao ..2 escreva|mande|envie|contate|contacte|ligue ..2 outra_vez|de_novo|novamente
ultimo|derradeiro $
mensagens|emails ..3 parassem|parem|acabem|cessem
sem publicidade|propaganda|spam
bloqueei ..2
^ bloqueado|bloqueados|bloqueada $
nem ..5 nunca
nao ..2 volte|voltem|voltar ..2 a ..2
que ..1 seja ..2 ultima
nao ..4 escreva|escrevam|escrever|contate|contatem|contacte|contactem|envie|enviem|enviar|mande|mandem|mandar|ligue|liguem|incomode|incomodem|insista|insistam|receber|perturbe|contatar|contactar|incomodar|mandarem|enviarem ..4 mais|nunca|nenhum|nenhuma|nada|novamente
nao ..2 me|nos ..1 escreva|escrevam|contate|contatem|contacte|contactem|envie|enviem|mande|mandem|incomode|incomodem|manda|envia|procure|procurem ..2 mais|nunca
nao quero|queremos|desejo|desejamos|pretendo|pretendemos|gostaria|autorizo ..4 receber|mais|ser|continuar|seus|estes|esses|que_me
nao ..2 mais ..2 @mails
nao ..2 mais ..2 receber
sem mais ..1 @mails
^ nao mais ?por|obrigado
nem mais um|uma|@mails ?email|mail
nem um|uma|mais @mails
pare|parem|para|deixe|deixem|parar|cesse|cessem|chega|deixar ..2 de|com ..3 enviar*|mandar*|escrever*|contat*|contact*|incomodar*|@mails|spam*|encher|me|insistir
pare|parem|chega ..2 com ..3
^ chega de|disso|disto ..2
deixe|deixem|deixa ..2 paz|sossego|em_paz
abstenha*|abster* ..5
me esquec*|esqueca ..2
^ suma|sumam|desapareca|desaparecam|va_para|vai_para ..3
nunca|nao ..4 solicitei|pedi|autorizei|autorizamos|inscrevi|cadastrei|dei_permissao|subscrevi|consenti|dei_autorizacao|consentimento
sem ..3 consentimento|autorizacao|permissao
saco cheio
farto|farta|cansado|cansada de|com ..4 @mails
[optout.legal 3]
lgpd|rgpd ..8 exclu*|remov*|elimin*|direito|apag*|art|oposicao|denunci*|anpd|violac*|solicit*|exig*
direito|direitos ..3 oposicao|esquecimento|eliminacao|apagamento
oponho|opomos ..5
anpd|cnpd|procon
advogado|advogados|denuncia|denunciar|denunciarei|denuncio|processa|processo_judicial|medidas_legais|medidas_judiciais|queixa|judicial*
spammer|spammers|spamming ..3
^ spam $
isto|isso|seu|vosso|e|puro|como|o|para|no|voces|de|esse|este ..2 spam ..3
chega|pare*|farto|denunci*|marc*|mais|nao|stop ..3 spam
nao_solicitad*|indesejad*|assedio
bloque* ..4 remetente|voces|seu|dominio|vosso
revogo|retiro ..3 consentimento|autorizacao
[optout.ultimo 2]
ultimo|ultima ..2 email|mensagem|aviso
ultima vez que ..2 digo|escrevo|peco|aviso|repito
como|onde|quem ..5 meu ?email|endereco|contato|contacto|dados ..8 apag*|remov*|exclu*|elimin*
[optout.como-se 3 raw]
como_se|de_conta|finja|finjam|imagine|imaginem ..5 nao|nunca|morri|morto|morta ..3 existo|existisse|existissemos|existe|existimos|existir|nunca|conheceu|escreveu|tivesse|nasci
esquec* ..2 que ..2 existo|existimos|me_encontrou
[optout.ultimo-prazer 3 raw]
prazer|feliz|contente|alegria|alivio|agradeceria|agradecia|grato|grata|gostava|gostaria|adorava|adoraria ..6 ultimo|ultima ..2
[optout.larga-do-pe 3]
larg*|sai|saia|saiam ..2 do_meu|do_nosso|do pe
[optout.desconhecidos 3 raw]
que ..5 nunca|nao ..3 conheceu|conhecemos|conhecem|viu|vimos|cruzamos
risco|cruz|traco ..5 nome|endereco
deixem_na|deixem_no|deixe_a|deixe_o|deixem|deixe ..2 sossegada|sossegado|paz|tranquila|tranquilo
lixo|lixeira|spam ..3 sem ..2 lido|lida|lidos|ler|abrir
cessem|cessar|cesse|terminar|suspender ..4 envios|contacto|contato|comunicacoes|mensagens
saia|sai|saiam|suma ..2 minha|nossa|meu ..1 caixa|vida|email
[optout.entre-contactos 3 raw]
nao ..1 deseja|desejamos|quer|queremos|quero|desejo|pretende ..3 entre|em|na|nos|nas ..2 contactos|contatos|listas|lista|base|agenda
[optout.cessem-tudo 3 raw]
nao ..1 continu* ..2 escrever*|mandar*|enviar*|escrevendo|mandando|enviando
retiro|revogo|revogamos ..3 consentimento|autorizacao|permissao
[optout.proximo 3 raw firm]
proximo|proxima|seguinte|mais_um|mais_uma|outro|outra ..7 advogado|advogada|advogados|lixo|lixeira|spam|anpd|cnpd|procon|denuncia|policia|queixa|bloqueio
se ..4 outra_vez|mais_um|mais_alguma|de_novo|outro ..4 seu|vosso|sua|vossa|de_voces|daqui
[optout.para-o-lixo 3 raw firm]
ja|voces|senhor|senhora|voce|voces_vao|vao|vai|pus|mandei|foi|foram ..5 lixo|lixeira|spam|lista_negra ..1 eletronico|electronico|poupe|poupem|direto|a_partir|agora
[optout.da-parte 3 raw]
nao ..2 ser|volte|voltem|quer|deseja|pretende ..2 mais|ser|a|receber ..2 contactado|contatado|contactada|contatada|contactar|contatar|incomodado|incomodada|abordado|procurado
nao ..2 enviem|envie|mandem|mande|escrevam ..1 mais ..1 nada
[optout.apague-contacto 3 raw]
apague|apaguem|perca|percam|deite|deitem|rasgue|queime|esqueca|esquecam|esquece ..3 meu|minha|nosso|nossa|o|este ..1 contacto|contato|endereco|email
risquem|risque|apaguem|tirem nos|me
[guard.nao-pedi-mas 3 raw]
nao|nunca ..1 pedi|pedimos|solicitei|solicitamos|subscrevi ..4 mas ..4 util|interessante|interessa|bom|boa|curioso|curiosa|jeito|calhar
[guard.nao-remover 3 raw]
tir* me uma|o|um duvida|sono|peso
deixa quieto $
chega de|por barco|caminhao|carro|viagem
ignor* o|a ..1 meu|minha ..1 ultim*
apagam|eliminam|apaga os|as|meus ..1 dados ..1 quando|depois|apos|no_fim
me tira|tire|tirem uma|a duvida
descadastr* ..5 do|da aplicativo|app|concorrente|outro|outra|fornecedor
ate ao|a|o|ao_fim ..6 nao ..4
nunca|ia|quase ..1 pedir ..4
escritorio ..2 advogados|advogado
explicar|conversa|enrolar ..2
orcamento antigo|velho|anterior
bloqueei|bloqueamos todo|todos|toda|todas|os_outros|a_gente
nosso|nossa|nossos|nossas ..1 @list
a ultima vez que|foi|houve|tive|nos
nada|nao ..6 antes de|do|da
zero|contra|muito|tanto|filtro ..2 spam
nao ..3 remov*|retir*|descadastr*|pare|cancele|tire|apague|exclua|exclu*|esqueca
taxa|taxas ..2 descadastr*|cancelamento|remocao
pasta|filtro|caixa|no|na|para ..2 spam
clientes|usuarios|utilizadores|assinantes ..4 descadastr*|cancel*
remov*|retir*|tir*|exclu* ..4 item|linha|opcao|modulo|artigo|orcamento|pedido|fatura
escrevem|dizem|respondem|gritam ..1 nao|chega|parem|pare|basta|stop ..4
nos|me escrevem|dizem|respondem ..5
quer|deseja|queres|pretende ..1 cancelar|descadastrar|deixar ..3
cliente|alguem|vizinho|leitor|paciente ..2 denunciou|processou|reportou
ia|quase|estive ..2 apag*|elimin*|remov*
lig*|telefon* ..2 nao ..1 escrev*|mand*
nosso|nossa|nossos|nossas|nos ..4 descadastro|descadastros|cancelamento|cancelamentos
remov*|elimin*|apag*|exclu* ..5 duplicad*|repetid* ..4 lista|listas|base
remov*|elimin*|apag*|exclu* ..3 duplicad*|repetid*
tir*|remov*|retir* ..2 da|do|desta|deste|dessa ..1 copia|cc|conversa|troca|fio|discussao|thread|convite|grupo
chega|basta|nada|sem|nao ?mande|mandem|envie ?mais ?de ..1 pdf|pdfs|folhetos|catalogos|apresentacoes|slides|anexos|links|videos|brochuras|teoria|papel|papeis
nao|parem|pare|deixem ..6 endereco|email|mail|caixa|conta|numero ..1 antigo|antiga|velho|velha|anterior|errado
nao|parem|pare|deixem ..6 antigo|velho|outro endereco|email
clientes|usuarios|utilizadores|assinantes|destinatarios|leitores|pessoas|socios|pacientes|pais ..5 descadastr*|cancel*|parar|sair|remov*|stop|chega
como ..3 destinatarios|clientes|assinantes|leitores|pessoas|eles ..3
cumpr*|conform* ..4 lgpd|rgpd

[meeting.da 3]
@time ..7 posso|podemos|bom|boa|ok|livre|disponivel|da|pode|perfeito|confirmo|confirmado|combinado|serve|fica|bem|funciona|consigo|estou|as|marcado|estarei
posso|podemos|bom|boa|ok|livre|disponivel|da|pode|perfeito|confirmo|combinado|serve|fica|funciona|consigo|consegue|falar|falamos|ligue|marcar|marcamos|agendar|vamos ..6 @time
ate @time
as # ..3
[meeting.da-curto 1]
^ perfeito|combinado|ok|pode_ser|confirmo|fechado|beleza|certo
[meeting.ligar 3]
ligue|liga|ligue_me|me_liga|me_ligue|liguem|ligar|telefone|telefonar|me_telefone|chame ..2 me|para|amanha|no|nos|mim|hoje|@time ..5
me|nos liga|ligue|ligar|telefone|chama|chame|ligam
falar|conversar|conversamos|falamos|reunir|encontrar|bater ..6 @time|telefone|minutos|papo|zoom|teams|pessoalmente|cafe
podemos|podiamos|poderiamos|pode|vamos|gostaria|gostariamos|quero|queria|queremos|aceito|topo|disponivel|bora|seria|conseguimos|consegue ..5 falar|conversar|reunir|marcar|agendar|@meet|encontrar|ligar|visitar
meu ..2 celular|telefone|numero|telemovel|whatsapp ..2 e
[meeting.marcar 3]
marcar|marque|marcamos|marquemos|agendar|agende|agendamos|agendemos|combinar|programar|marca|agenda ..4 @meet|horario|data|hora|conversa|dia
marcar|agendar|agendamos|marcamos|agende|marque ..6
envie|manda|mande|envia|mandem|partilhe|compartilhe|me_mande|mandar|enviar ..4 convite|link|horarios|disponibilidade|datas|agenda|convocatoria
quando ..5 podemos|pode|disponivel|falar|ligar|conversar|consegue|vir|reunir
que|qual ..2 dia|horario|hora|dias|horarios ..4
sua|vossa|tua disponibilidade
[meeting.visita 3]
passe|passa|passem|venha|vem|venham|visite|visitem|visitar|vir|aparece|apareca ..5 aqui|@time|loja|fabrica|escritorio|empresa|nos|ca|conhecer|ate
mostre|mostra|mostrem ..3 @time
[meeting.hora 3]
nao posso ..5 mas ..6 sim
ou|melhor|talvez|que_tal|pode_ser|seria|digamos|prefiro ..3 @time ..3
remarcar|adiar|antecipar ..5
[meeting.demo 2]
@meet por|obrigado
ver|ter|fazer|quero|queria|gostaria|gostariamos|interess*|possivel|solicito ..5 @meet

[interested.diz 3]
deve|tem ..2 haver|ter|algo ..2 melhor
justamente ..1 procurando|a_procura|precisando
procurando algo|uma|um
interessa|interessam|interessado|interessada|interessados|interessadas|interessante|interessaria|curioso|curiosa|interesse_em|temos_interesse|tenho_interesse ..2
tenho|temos|ha|existe ..2 interesse
parece|soa|achei|acho ..3 interessante|bom|boa|otimo|util|legal|bacana|perfeito|exatamente
exatamente|justamente o ..4
gostaria|gostariamos|gostava|quero|queremos|queria|queriamos|adoraria ..3 saber|ver|conhecer|receber|testar|entender|experimentar|mais|perceber|ter|uma|um|cotar|contratar|obter
saber|conhecer mais|melhor
mais|maiores informacoes|detalhes|info|informacao
me|nos ..1 conte|conta|diga|explique|fale|explica ..3 mais|como|melhor|sobre|tudo
conte|conta|explique|fale mais
pode ?me|nos ?enviar|mandar|explicar|passar
pode sim|mandar|enviar ..3
manda ver|ai|la|bala
sim ?por|claro|pode|quero|gostaria|obrigado|obrigada|manda|mande|envie|com|favor|temos $
^ sim|claro|pode_ser|pode_mandar|por_favor|com_certeza|com_prazer|vamos_nessa|bora $
por que|porque nao ?envi*|mand*|vamos
nao ..2 diria|digo que_nao|nao
preciso|precisamos|procuramos|procuro|estamos_procurando|estamos_a_procura|necessitamos ..4
como ..3 fazemos|faco|proceder|comecamos|comecar|funciona_para|avancar|avancamos|contratar
proximo|proximos passo|passos
[interested.enviar 3]
envie|envia|enviem|mande|manda|mandem|enviar|mandar|encaminhe|passe|passa|passar|forneca|apresente|remeta|faca|faz|partilhe|compartilhe|envie_me|me_envie|me_mande|mande_me|manda_me ..5 info|informacoes|proposta|cotacao|orcamento|preco|precos|tabela|catalogo|folheto|exemplo|exemplos|detalhes|documento|pdf|apresentacao|material|resumo|folder|valores|referencias|video|amostra|sim|por_favor|ficha|isso|mais|dados|informacao
receber|ter|ver|obter ..3 info|informacoes|proposta|cotacao|orcamento|preco|precos|tabela|catalogo|folheto|exemplo|exemplos|detalhes|valores|material|informacao
[buying.preco 3]
quanto ..3 custa|custam|custaria|fica|sai|custo|cobram|e|seria|ficaria|sairia|vale
qual|quais ..4 preco|precos|valor|valores|custo|custos|condicoes|investimento|prazo
preco|precos|orcamento_para|cotacao|tabela_de_precos|desconto|descontos|mensalidade|orcamento_detalhado|orcar
valor|valores ..3 por|do|da|de|mensal|licenca|?obrigado
orcamento ..3 para|de|por_favor|sem_compromisso
por usuario|utilizador|mes|loja|ano|veiculo|licenca|unidade
fidelidade|fidelizacao|prazo_minimo|forma_de_pagamento|formas_de_pagamento|carencia
[buying.teste 3]
teste|testar|experimentar|piloto|versao_de_teste|periodo_de_teste|gratis|gratuito|gratuita|prova_de_conceito ..3
[buying.referencia 3]
referencia|referencias|casos_de_sucesso|estudo_de_caso|depoimentos|cases
clientes ..4 como|parecid*|semelhantes|setor|porte|regiao
[buying.contrato 3]
contrato|pedido|fatura ..4 envi*|mand*|assin*
assinar|contratar|comprar|encomendar|fechar ..3
[buying.serve 2]
integra*|compativel|conecta*|importa*|api|erp|liga_com ..3
quanto ..2 tempo|demora ..4
prazo|prazos ..2 entrega|implantacao|implementacao
[question.que 3]
o_que|que ..5 fazem|faz|e|vendem|oferecem|significa|querem|quer|exatamente|seria|ofereceis|diferencia
quem ..4 e|sao|lhe|te|deu|passou|indicou
como ..5 funciona|conseguiram|conseguiu|obteve|obtiveram|chegaram|diferencia|sabem|sabe|garantem|tem|arranjou|chegou
de_onde|onde ..5
por_que|porque|porque_e ..5
qual|quais ..5
voces|vos|isto|isso ..2 sao|e|vendem|fazem ..4
e|sao|es ..2 voces|uma_pessoa|um_robo|robo|mesmo|empresa|isto ..4
nos conhecemos|ja
ja ..2 nos|falamos|conversamos ..3
nao ..2 entendi|percebi|entendo|percebo|ficou_claro|esta_claro|lembro|recordo|me_lembro
[question.objecao 2]
mas ..5
e se ..4
[defer.depois 3]
@recontact ..6 mais_tarde|depois|daqui|em|a_partir|no_proximo|no|na|apos|quando|mais_para|mais_a|novamente|inicio|fim|final|janeiro|a_contactar|a_contatar|outra_vez|de_novo|ano
mais_tarde|depois|daqui|a_partir|apos|quando|mais_para_frente|la_para ..8 @recontact
volt* ..2 a falar|contat*|contact*|escrever|conversar|ligar|tocar
falamos|conversamos|vemos|retomamos|marcamos|voltamos ..6
[defer.once 3]
quando|assim_que|logo_que ..10 contat*|contact*|falamos|conversamos|procur*|escreva|volt*|avis*|retom*
talvez|quem_sabe ..4 mais|depois|proximo|futuro
mais tarde|para_frente|adiante|a_frente
em outro|outra momento|ocasiao|altura
[defer.verb 2]
@recontact
[defer.when 2 raw]
me procura|procure|chama ..3 mes|semana|ano|em|depois
deixa|deixe passar ..3
no_seguinte|seguinte talvez
depois ..2 com_prazer|sim|claro
quando ..5 no|em|a_partir|depois
depois|apos|em ..5 a_gente|conversa|fala|conversamos ..2
gente conversa|fala|ve|marca ..2
nao|nada|so|somente|apenas ..3 antes|a_partir|depois|em|no|apos
depois|a_partir|em|apos|no|na|daqui|proximo ..6 melhor|posso|podemos|tempo|tranquil*|calmo|veremos|avaliar|teremos|sera|vamos|da
melhor|prefiro|tranquil* ..4 depois|a_partir|em|apos|no|na|daqui
ate ..6
orcamento|verba|budget ..6 proximo|janeiro|novo|ano|so
contrato ..6 ate|vence|termina|vigente
volto|retorno|regresso ..4
[notnow.agora 2 raw]
agora|momento|atualmente|este_ano|por_enquanto|por_agora|neste_momento|no_momento|ainda|esse_ano ..4 nao|nada|impossivel|corrido|sem|complicado
nao ..4 agora|momento|atualmente|este_ano|por_enquanto|por_agora|bom_momento|melhor_momento|ainda|esse_ano
plena|pleno|em_plena|no_meio ..2 safra|colheita|temporada|campanha|vindima|mudanca|fecho|obra|auditoria
correria|corrido|corrida|atolado|atolados|sobrecarregad*|cheio_de_trabalho
muito cedo|ocupad*|apertad*
epoca alta
alta temporada
[notnow.nos 2 raw]
entraremos|entramos|entrarei|entro ..2 contato|contacto
retornaremos|retornamos|avisaremos|aviso|avisamos|avisarei|contactaremos|contataremos|ligaremos|voltaremos
nos ..1 contactamos|contatamos|procuramos|chamamos
[referral.responsavel 3]
cuida|trata_disso|decide|substitui|lida|gere|coordena|quem_ve|assumiu ..3
fale|falar|contate|contacte|contatar|contactar|procure|procurar|escreva|escrever|dirija|pergunte|ligue|encaminhe|consulte ..4 com|o|a|ao|para|meu|minha|nosso|nossa|diretamente
pessoa certa|indicada|correta|adequada
[referral.encaminhei 3]
encaminh*|reencaminh*|repass*|passei|transmiti|direcion* ..5
copio|copia|cc ..4
em copia|cc
[wrong.nao-sou 3 raw]
vendi|vendemos ..2 empresa|negocio|loja|restaurante
ja nao ..1 trabalho|estou|faco|sou ..3
enganou|enganaram|engano|enganado|enganei|enganada|errad* ..4
pessoa|endereco|destinatario|numero|email|contato ..1 errad*|incorret*
nao ..1 sou|trabalho|trato|cuido|estou|decido|faco_parte|tenho_nada|lido|respondo|me_ocupo ..5 eu|pessoa|responsavel|mais|disso|disto|comigo|minha_area|meu_setor|certa|quem|compras|la|ai|com|parte|area
ja nao ..2 trabalho|trabalha|estou|sou|trato|comigo|pertenco|exerco ..3
nao ..2 comigo
aposentad*|reformad*|desliguei|sai_da|deixei_a|mudei_de ..2
mesmo nome
homonim*|confund* ..3
particular|email_pessoal|pessoa_fisica
nao ..2 sei|saberia|faco_ideia ..3 quem
nao tenho ..2 empresa|fabrica|negocio|frota
[decline.nao 3 raw]
nao ..1 vejo|vemos ..1 vantagem|utilidade|sentido|necessidade
agradeco mas ..1 dispenso|nao
nao e ..1 para nos|mim
deixa quieto
nao como atender
nem de_graca
chegou tarde
diretoria|chefe|direcao|socios ..2 disse|disseram ..2 nao
acabamos|acabei de ..1 trocar|comprar|contratar|mudar|renovar
entao nao
nao ..2 convenc*
cunhado|irmao|esposa|marido|filho|contador|contabilista ..2 cuida|faz|trata
estamos|estou ..1 bem|satisfeitos|servidos ..1 assim
nao|sem|nenhum|nenhuma|nem ..4 interessa|interessad*|interesse|precisamos|preciso|necessidade|necessitamos|necessario|previsto|serve|encaixa|adequa|procuramos|aplica|pretendemos|faz_sentido|compensa|queremos|vamos|iremos|convence|justifica|se_enquadra|planos|avancar
nao obrigado|obrigada|muito|agradecemos
^ nao ?obrigado|obrigada $$
obrigado|obrigada|agradeco|agradecemos mas|porem ?nao
mas nao
nao ..2 para ..1 nos|mim
declin*|recus*|dispens*|descart* ..3
decidimos|optamos|optei|decidi|escolhemos|preferimos ..5
dessa|desta vez ?nao|passo|passamos
vou|vamos passar
nao ..2 seguir|avancar|prosseguir|continuar|dar_seguimento|avancaremos|seguiremos
[decline.ja 3]
ja ..3 temos|tenho|contamos|usamos|utilizamos|trabalhamos|fechamos|contratamos|estamos|possuimos|dispomos|assinamos|fazemos ..4
temos|usamos|trabalhamos|tenho|contamos ..4 fornecedor|fornecedores|solucao|sistema|parceiro|proprio|interno|interna|equipe_propria|alguem|contrato|parceria
estamos|estou|muito|somos|bem ..2 satisfeit*|content* ..3
outro|outra|concorrent* ..2 fornecedor|solucao|empresa|parceiro|opcao|concorrente
internamente|em_casa|nos_mesmos
[decline.orcamento 3 raw]
nao|sem|nenhum|nenhuma|falta|pouca ..4 orcamento|verba|dinheiro|budget|recursos|caixa
orcamento|verba ..4 cortad*|congelad*|esgotad*|fechad*|apertad*
muito|demasiado|caro_demais car*|pequen*|grand*
fechamos|fechando|fecharemos ..3 empresa|loja|portas|negocio|restaurante|definitivo|vez
encerr*|falencia|insolvencia ..2
somos ..3 pequen*
[decline.soft 1 raw]
boa|boas sorte|vendas
sucesso
infelizmente|lamento|desculpe|pena
[ack.obrigado 1]
^ obrigado|obrigada|obg|ok|recebido|certo|entendido|combinado|ciente|kkk|haha|perfeito|beleza|valeu|grato|lido $
acuso|acusamos|confirmo recebimento|recepcao|rececao
[shares.dor 2]
problema|problemas|erro|erros|atraso|atrasos|perdemos|perdi|perda|perdas|planilha|planilhas|excel|papel|manual|manualmente|a_mao|whatsapp|caos|bagunca|reclamacoes|desperdicio|demora|falta|quebra|quebras|paradas|horas_extras|dor_de_cabeca|prejuizo|retrabalho|folha|dificil|multa|nunca
[shares.meta 2]
objetivo|meta|queremos|precisamos|pretendemos|planejamos|abrir|abrimos|crescer|crescendo|ampliar|contratar|trocar|substituir ..3
[shares.dados 2]
temos|somos|fazemos|nosso|nossa|nossos|usamos|gastamos|cerca ..5 # ..2
# lojas|caminhoes|camioes|veiculos|funcionarios|pessoas|unidades|clientes|pedidos|faturas|horas|toneladas|reais|euros|usuarios|motoristas|camaras|lotes|colaboradores|por_mes|por_dia|por_ano
porque|pois|ja_que ..6
nosso|nossa|hoje|usamos|trabalhamos ..4

// ---- ditados
[decline.ditado 3 raw]
deixa|deixe ..1 quieto|pra_la|para_la|estar
nem a_pau|morto|morta|pensar|pintado|sonhando|que_a_vaca|que_me_paguem
fim de|da novela|papo|conversa|historia
^ passar|passe|passem bem $$
time|equipa|equipe ..3 ganhando|ganha|ganhar ..3 mexe
nao senhor|senhora $
fica para quem|outra|a_proxima
fica sem_efeito
tenho|temos la vagar|tempo
quando ..2 galinhas ..3 dentes
dia de_sao_nunca
quem ..1 dera ..3
[decline.decidido 3 raw]
vetou|vetado|vetada|vetaram|reprovou|reprovado|chumbou|chumbado|chumbaram
conselho|diretoria|direcao|assembleia|patrao|chefe|socios|direccao ..5 contra|recusou|recusaram|nao_quer|nao_quis|nao_quiseram
contra claro
n tenho|temos|preciso|precisamos ..2
ja resolvi|resolvemos|tratei|tratamos|comprei|compramos ..3
senhorio|banco|matriz ..3 nao ..1 deixa|autoriza|aprova
[decline.arranjar 2 raw]
n|nao quero|queremos !perder|deixar ..2
nao ..1 tenho|temos como comprar|pagar|investir|gastar
sou|somos ..2 concorrente|concorrentes|concorrencia
voltou|voltamos|continuamos|continuo|ficamos ..2 ao|no|com|pelo papel|caderno|mesmo|atual|antigo|entrega
me|nos viramos|arranjamos|desenrascamos|desenrasco|arranjo
nao ..2 que_precise|necessitamos|carecemos
[defer.lembrete 3]
lembrete|lembre_me|lembra_me|me_lembra|me_lembre|relembre ..6
diga_me|me_diga|diz_me|da_me|me_da|me_manda ..1 alguma_coisa|um_alo|um_toque|noticias|qualquer_coisa ..4
so ..1 volto|voltamos|tenho|temos|posso|podemos|vejo ..8 em|no|na|para|a_partir
guardar|guarde|guarda|guardem ..3 contacto|contato
reenvie|reenvia|reenviem|mande_de_novo|manda_de_novo ..6
faz|fara|faria sentido ..1 falarmos|conversarmos|voltar|retomar
[defer.altura 2 raw]
para_o_ano|ano_que_vem ..3
nessa|nesta|por_essa altura
antes nem|nao|nada ..3
eu|a_gente vejo|ve|olho ..2 ?agora
[wrong.nao-sei 3 raw]
nao ..1 sei|saberia quem ..5
ninguem ..3 disse|sabe|contou ..3
faleceu|morreu|falecida|falecido ..4
arrumei|arrumou|pendurei|pendurou ..2 botas|chuteiras
tempo inteiro avo
irmao|irma gemeo|gemea
nao posso valer ..2
[interested.negocio 3]
to|estou|tou|estamos dentro !do|da|de|dos|das
nao ..1 vejo|vemos|ha inconveniente
quando|se ..12 eu_compro|compro_ate|fecho_negocio|assino|a_conversa_muda|muda_de_figura|negocio_fechado|fechamos_negocio
mudei|mudamos de ideias|ideia
por_onde|onde se comeca|comecamos|comeco
que ..2 sugere|sugerem|recomenda|recomendam|aconselha
quanto leva|levam|pede|pedem|cobra|cobram ..4
qto|qnt|quanto e|custa|sai|fica|ta ..3
e ..1 por quanto
depende ..2 preco|valor|custo
[buying.minimo 3]
periodo|prazo|tempo minimo
[referral.ver 3]
ve|veja|vejam|fala|falem|trata|trate ..1 isso com ..3
ve|veja|fala|fale com ?o|a ..2
quem ve|cuida|compra|manda|decide ..2 e ..3

// ---- outra porta
[wrong.porta 2 raw]
bateu|bateram|caiu|cairam|chegou ..3 porta|numero|endereco|pessoa errad*
procura|procuram|procurava ..2 certamente|provavelmente|talvez|o_meu|a_minha|outro|outra|o_outro ..3
nao ..1 trabalho|estou ..1 mais|la|ha_anos ..3
ja nao ..2 estou|trabalho|sou|pertenco|exerco ..3
trespass*|vendi|vendemos|fechei|passei ..2 o|a ..1 negocio|loja|restaurante|oficina|empresa|ponto|quinta
reformei_me|aposentei|me_aposentei|reformado|reformada|aposentado|aposentada
nunca ..1 trabalhei ..3
mesmo|igual nome|apelido|sobrenome ..3
[referral.quem 3]
quem ..2 decide|trata|cuida|compra|manda|assina|resolve ..3
isso|disso|isto|disto ..1 e|trata|cuida ..1 com|o|a ..3
passa|passam ..1 tudo|pelo|pela ..3
cabe|compete|toca ..1 ao|a ..3
`
