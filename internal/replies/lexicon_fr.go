package replies

// lexiconFR is how people say it in French.
const lexiconFR = `
def my = mon|ma|mes|notre|nos|cette|cet|ce|l|toutes_mes|toutes_nos|tous_mes|les|le
def data = adresse|adresses|mail|email|e|coordonnees|donnees|nom|numero|contact|informations|infos|fiche|compte
def list = liste|listes|base|bases|fichier|fichiers|diffusion|mailing|mailings|newsletter|carnet|annuaire|repertoire|registres|registre|campagne|base_de_donnees|envois|listing|listings|destinataires|registre|contacts|tablettes|crm|systeme
def mails = correspondance|e_mail|e_mails|mail|mails|email|emails|courriel|courriels|message|messages|courrier|courriers|newsletter|newsletters|publicite|publicites|pub|pubs|spam|spams|sollicitation|sollicitations|relance|relances|prospection|demarchage|communication|communications|envoi|envois|offres|informations|nouvelles|demarchages
def time = lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|aujourd_hui|matin|midi|apres_midi|soir|semaine_prochaine|tantot
def meet = appel|rendez_vous|rdv|reunion|demo|demonstration|visio|entretien|echange|call|visite|rencontre|visioconference|point|cafe|creneau|teams|zoom|presentation
def again = plus_tard|de_nouveau|a_nouveau|encore|nouveau|recontacter|relancer
def recontact = recontactez|recontacter|relancez|relancer|rappelez|rappeler|reecrivez|reecrire|recontactons|reparlons|reparler|revenez|revenir|reprendre|reprenez|reprenons|recontact|representez|redemandez|resollicitez|ressayez|reessayez|retentez|retenter|reessayer|rappelle|relance|relances|rappelles|recontacte|reviens|reecris|relancez_moi|reposez|refaites|refaire|repassez

[optout.desabonner 3]
desabonnez|desinscrivez|desabonne|desinscris le|la|les|notre|mon|tout ..3
suis|sommes|me_suis ..2 desinscrit|desabonne|desinscrite|desabonnee ..5 fois|deja|encore|toujours
resili*|annul* moi|nous|mon|cet|notre ..3
sortir|sorte|sortez|sors ..2 de vos|votre|ces|cette|cet ..2 @mails|@list
le|la|les droit|moyen ..3 sortir ..1 de ..1 votre|vos
stop stop
hors de votre|vos ..2 @list|carnet
^ desabonner|desabonnement|desinscription|desinscrire|desinscrivez|desabonnez|desinscrit|desabonne|stop|stopper|suppression|supprimer|supprimez|retirez|retrait|unsubscribe|arretez|arret|assez|resiliation ?moi|svp|merci|s_il_vous_plait|de_suite|immediatement $
desabonn*|desinscri* ..2 moi|nous|me|svp|merci|s_il|de|liste|newsletter|adresse
veuillez|merci|voudrais|souhaite|souhaitons|demande|veux|aimerais|peux|puis|comment|pouvez ..6 desabonn*|desinscri*
me|nous|m desabonn*|desinscri*
comment ..5 desabonn*|desinscri*
lien ..2 de desabonnement|desinscription
pas|aucun ..3 lien|moyen ..4 desabonn*|desinscri*
^ stop ?pub|svp|merci
stop ?aux ?la ?a_la|au|a|avec|cette|ces|vos @mails
[optout.retirer 3]
radiez|rayez|biffez|barrez la|le|les|toutes|notre|mon|nos ..2
flushez|tassez|debarrassez moi|nous ..3
effac*|supprim*|ot*|enlev*|retir*|sort* l|le|la|les ?aujourd_hui|de_la|immediatement|tout_de_suite|vite|toutes|tous ?svp|merci|de|des $
effac*|supprim* tout|toute|toutes|ce_que ..5
effac*|supprim*|retir* la|l|le de vos|votre ..1
ot*|retir*|enlev*|supprim* la|le|l|les ..1 secretariat|cabinet|mairie|boutique|societe|entreprise|ecole ..3 de|des ..2 @list
vire|virez|debarque|debarquez|degage|degagez|sors|sortez moi|nous|la|le|les ..3
egar*|oubli*|perd*|jet* ..1 notre|mon|cette|nos|mes ..1 @data
faites|fasse|faire disparaitre ..4
disparaitre|disparaisse|disparais de ..1 vos|votre|cette
suprim*|supprim*|efac*|effac* mon|notre|ma|mes|nos adrese|adresse|mail|mial|mel|courriel|email
^ a effacer|supprimer|retirer|enlever|rayer|radier ?de_suite|svp|merci|tout_de_suite|immediatement|d_urgence $
^ retirer|supprimer|effacer|enlever|rayer|oter|radier|retirez|supprimez|effacez|enlevez|rayez|radiez ?l|mon|notre|cette|mes|nos|ma @data
biff*|barr*|gomm*|ratur*|radi*|ray*|vir*|jet*|detrui* ..2 @my ..1 @data
biffez|barrez|gommez|raturez|radiez|virez|jetez|degagez|dereferencez|sortez moi|nous ..6
retir*|supprim*|enlev*|ray*|effac*|sort*|radi*|elimin*|vir*|biff* notre|nos|mon|ma|mes ..3 de|des ..3 @list
votre|vos|cette ..1 liste|listes|fichier|fichiers|base|bases ..2 sortir|sortie|sors|sortons|quitter|quitte|disparaitre
effac*|supprim*|retir*|enlev* la|le|les|moi_ca|l $
effac*|supprim* ..1 la|le|les svp|merci|s_il_vous_plait
retir*|supprim*|enlev*|ray*|effac*|ot*|sort*|exclu*|radi*|elimin*|vir* ..2 moi|nous|me|m ..5 de|des|d ..3 @list
retir*|supprim*|enlev*|ray*|effac*|ot*|sort*|radi*|elimin*|exclu* moi|nous ..6
me|m|nous|les|l retirer|supprimer|enlever|rayer|effacer|oter|sortir|radier|exclure|retirez|enlevez|supprimez|effaciez|retiriez|supprimiez
retir*|supprim*|enlev*|ray*|effac*|elimin*|ot*|detrui*|oubli* ..2 @my ?personnelles|perso|mail|email|e|professionnelle|pro ..1 @data
retir*|supprim*|enlev*|ray*|effac* ..4 de|des ..2 vos|votre|ces|cette|tous ..2 @list
retir*|supprim*|effac* ..4 toutes ..3 donnees|coordonnees|informations
suppression|retrait|effacement|radiation ..4 @data|@list
plus ..2 figurer|apparaitre|faire_partie
ne ..3 plus ..3 @list
[optout.ne-plus 3 raw]
plus_jamais|plus jamais ca|cela|ici|dans|s_il
demande*|prie*|souhait* ..5 l|nous|m|me|en en_dispenser|dispenser|priver|passer
n|ne utilis* ..1 plus ..3
n en|m ..1 envoyez|adressez|recoive|recevoir|voulons|veux|souhaite ..1 plus
ne ..1 m|nous adressez|adresser|adresse ..2 plus|rien
n en veux|voulons|souhaite|envoyez ..1 plus ..2
ne ..2 plus ..3 avoir|en_avoir|joindre|chercher|remplir|compter|faire_l_objet|redemander|utilisez|redemandez
ne ..2 redemandez|remettez|utilisez|gardez|conservez ..1 pas|plus
ne ..2 pas ..1 me|nous le redemander
que ..1 ca|cela|ceci s_arrete|cesse|s arrete
que ..4 s_arrete|cesse|s arrete
qu_on|que_l_on|qu on ..1 me|nous laisse
pour que ..1 ca cesse|s arrete
soit ..2 dernier|derniere|le_dernier
est ..1 le dernier ..2 que ..1 je|nous ..2
^ cessez ?svp|merci|donc|tout|l ?autre|cela $
cessez|arretez|cesser|arreter de ..2 nous|m|me|vous ..2
cessez|arretez|interrompre|interrompez|l_interrompre|stoppez ..2 l|les|vos|cette|votre|la ..2 envoi|envois|interroger|interrompre|@mails
pas|ne ..3 aucun|aucune ..1 @mails
ne|n ..2 recevoir aucun|aucune|pas ..2 @mails
aucun|aucune|pas un|de ..1 septieme|sixieme|cinquieme|quatrieme|troisieme|huitieme
plus ..1 un mot|mail|courriel|seul|message
plus rien ..3 recevoir|vous|de_vous|m_adresser|de_votre_part
pus rien|recevoir|un
inutile de|d ..1 repondre|reecrire|m_ecrire|ecrire
silence ..3 svp|s_il|definitivement|merci|definitif
votre silence
ni ..3 ni ..3 ni ..6 rien
decline|declinons|refuse|refusons ..2 toute|toutes|tout ..3 @mails|sollicitation|contact|demarchage
je|nous ..2 demande|demander|saurais|prie ..4 de cesser|arreter|stopper
barrez|cassez|tirez ?vous|toi de ..1 ma|notre|mon
bon debarras
ouste|adieu $
fermez ..2 mon|notre|le dossier ..4 cle|cle_s_il|jetez
ne vous ..1 permettez plus
epargn* moi|nous ..4
m|nous|m_en epargner|epargnez|epargniez|dispenser|dispensez ..4
dispens* moi|nous ..1 de|d|des ..3
aucun|aucune|personne|ni ..4 ne veut|souhaite|souhaitons|voulons|desire ..3 recevoir|contact*|@mails|etre
ne ..1 lis|lisons|acceptons|accepte|voulons|veux|prenons ..1 pas|aucun|aucune|jamais ..1 de|d|la|le ?ce|cette @mails|publicite|pub|demarchage|prospection
fini|finis|finissons ..2 avec|en ..2 @mails
ne ..2 plus ..3 jamais ..2
je|nous|on vous bloque|bloquons|blackliste|signale
plus ..2 jamais ..3 @mails|nouvelles|entendre
m_oublier|nous_oublier
m_oublier|oublier moi ..3
plus figurer ..4
desinscrire ..6 encore
effacer|supprimer|retirer|oublier ..1 son|mon|notre adresse
messages|mails|envois|relances ..3 cessent|arretent|stoppent|agacent|enervent
pas de @mails ?merci|svp
pas|sans ..1 publicite|pub|demarchage|prospection merci|svp|ici|par
mettre|mettez|mettre_un fin|terme ..2 a ..3 envois|envoi|correspondance|mails|messages|relances
ne|n ..2 recontactez|recontacter|reecrivez|relancez ..1 pas|plus
ni ..6 jamais
ne|de ..2 pas|plus ..1 insister|insistez|relancer|revenir|me_recontacter|recontacter
ne|n ..3 pas ..2 etre|sollicites|solliciter|contactes|demarches|demarcher ..2 sollicites|demarches|contactes|solliciter|relances
soit ..3 dernier|derniere ..2 @mails|fois
priere ..2 ne ..2 plus|pas
inutile de ..3 relancer|recontacter|ecrire|insister|revenir
lache* ..1 moi|nous ..3
comment ..6 ne ..1 plus ..2 recevoir
ne|n ..4 plus ..3 recevoir|recois|contacter|contactez|contacte|ecrire|ecrivez|envoyer|envoyez|envoye|solliciter|sollicitez|sollicite|sollicites|relancer|relancez|relance|importuner|importunez|deranger|derangez|embeter|etre|m_ecrire|contacte|contactes|demarcher|demarche|harceler|communiquer|adresser|appeler|appelez|entendre_parler|vous_lire|vouloir|veux|veut|souhaite|souhaitons|desire|voulons
n ecrivez|envoyez|contactez ..3 plus
plus ?jamais ..2 m|me|nous|rien ..2 recevoir|contacter|ecrire|envoyer|solliciter|relancer
plus ..2 aucun|aucune|de|d|jamais|un_seul ?nouveau|autre|autres|vos|ces @mails
pas|jamais ..3 recevoir|envoyer|envoyez|ecrire|contacter ..3 @mails|de_nouveau
ne|n ..2 m|me|nous ..2 envoyez|ecrivez|contactez|relancez|sollicitez|derangez|importunez|ennuyez|appelez|ecris|contacte|relance ..2 plus|jamais|pas|rien
arret*|cess*|stopp*|stop|fin|finissez|mettre_fin|mettez_fin ..3 m|me|nous|ces|vos|cet|tout|toute|tous|les|cette|d|de|avec ..4 ecrire|envoyer|contacter|envois|envoi|relancer|relances|harceler|harcelement|importuner|spammer|solliciter|sollicitations|@mails|prospection|demarchage
arret*|cess* ..1 ca|cela|immediatement|maintenant|svp|tout_de_suite|tout|merci
cesser|arreter|cessez|cessiez|cesse ..3 tout|toute|tous|toutes|cet|vos|l ..2 envoi|envois|contact|communication|sollicitation|sollicitations|@mails|relance
laiss* ..2 moi|nous ..1 tranquille|tranquilles|en_paix
fichez|foutez|lache* ..2 moi|nous|la|tranquille|paix ..3 
laiss* ..2 tranquille|tranquilles
foutez|fichez ..3 paix|camp
allez vous_faire|au_diable|voir_ailleurs
oubli* ..2 moi|nous|mon_adresse|mon_existence|adresse
passez votre_chemin
ras_le_bol|marre ..4 
pas ..2 sollicite|demande|souhaite|inscrit|abonne|consenti|autorise ..4 @mails|ce|cette|ces|inscription|a_recevoir
jamais ..5 demande|donne|inscrit|abonne|consenti|autorise|accord|accepte|sollicite|communique ..5
sans ..3 consentement|accord|autorisation
[optout.droit 3]
oppose|opposons|opposition|opposer ..8 
mets|mettons|met ..2 en_demeure|demeure
mise en_demeure
cnil
avocat|avocats|plainte|poursuites|tribunal ..5
rgpd ..8 supprim*|effac*|droit|violation|article|demande|opposition|conform*
droit ..3 opposition|effacement|oubli|suppression
article|art ..6 rgpd
saisirai|saisirons|signalerai|signalons ..5
je signale ..3
harcelement|harcelez|harceler
spammer|spammeur|spammez|spamming|spammeurs ..3 
^ spam|spams $
votre|vos|c_est|cest|ceci|ca|cela|ce|ces|du|le|de|vous|ton ..2 spam|spams ..3
arret*|cess*|marre|assez|stop|signal*|marqu*|dossier|class*|plus ..3 spam|spams
indesirable*|non_sollicit* ..2
bloqu* ..3 votre|vous|expediteur|adresse|domaine
[optout.adresse 2]
comment|ou|qui|d_ou ..6 adresse|mail|coordonnees|email ..8 supprim*|effac*|retir*
[optout.assez 2]
^ ca suffit $
^ assez
assez de|d
dernier|derniere ..2 mail|message|fois|avertissement

[optout.comme-si 3 raw]
comme si|s ..4 jamais|pas|n_avais|n_existais|n_existait|n_etais|mort|morte ..3
faites|fais|imaginez|supposez ..1 comme_si|que ..4 n|ne|plus|pas|jamais|mort|morte
oubli* ..2 que ..2 existe|existons|m_avez|nous_avez|vous_avez
[optout.dernier 3 raw]
plaisir|heureux|heureuse|ravi|ravie|content|contente|joie|soulagement|soulage|soulagee|reconnaissant|apprecierais|bonheur ..7 dernier|derniere $
plaisir|heureux|heureuse|ravi|ravie|content|contente|joie|soulagement|soulage|soulagee|reconnaissant|apprecierais|bonheur ..7 dernier|derniere ..1 de|mail|message|fois|courriel|lettre|envoi
[optout.inconnus 3 raw]
nous ..5 jamais|pas ..2 croises|rencontres|connus|parle|vus|connaissons
trait|croix ..2 sur ..2 nom|adresse
laiss* ..1 le|la|les|lui|ma|mon ..2 tranquille|tranquilles|en_paix|paix
corbeille|poubelle ..3 sans ..2 lu|lus|lue|lues|ouvert|ouverts|ouverte
cesser|mettre_fin|cessez|interrompre|fin ..3 envoi|envois|sollicitation|sollicitations|contact|communication|communications
sort*|disparai* ..1 de ..1 ma|notre ..1 boite|vie
[optout.supprime-bloque 3]
supprime|supprimee|efface bloque|bloquee
ne|n ..3 plus ..3 parmi|dans|sur vos|votre contacts|listes|liste|fichiers|fichier
[optout.cessez-tout 3 raw]
retir* ..2 consentement|accord|autorisation
effac*|supprim* ..1 le|la|les partout|tout_de_suite|immediatement
ne|n continu* ..1 pas|plus ..2 ecrire|envoyer|relancer
[optout.prochain 3 raw firm]
prochain|prochaine|suivant|suivante|encore_un|encore_une|un_de_plus|un_autre ..7 avocat|avocate|avocats|juridique|poubelle|corbeille|cnil|indesirables|spam|spams|police|plainte|signale|bloque
si ..4 encore|autre|nouveau|quelque_chose ..2 de vous|votre|chez_vous
[optout.aux-indesirables 3 raw firm]
direction|vous|votre|vos ..5 indesirables|spams|spam|corbeille|poubelle|liste_noire|pourriels ..1 pour_vous|desormais|des_maintenant|maintenant|directement|a_partir|autant|dorenavant
direction|filez|partez|allez|irez|passez|finirez|atterrissez ..3 indesirables|spams|spam|corbeille|poubelle|pourriels|pourriel
filtre|antispam ..4 s_occupe|occupera|charge|chargera|attend|aura de|vous ..1 
[optout.de-la-part 3 raw]
il|elle|monsieur|madame|m|mme|directeur|directrice|patron|patronne|maitre ..6 ne ..2 souhaite|veut|desire ..2 pas|plus ..3 etre|recevoir|sollicit*|contact*
plus ..1 rien ..1 envoyer|recevoir|adresser
[optout.perdre-adresse 3 raw]
perdez|perds|jetez|jette|brulez|egarez|dechirez ..2 @my ..1 @data
ray* ..1 nous|moi ..2 de|des
[guard.pas-arreter 3 raw]
spam|spams sur|chez|dans|contre ..2
nos|mes|notre|contre|filtrer|filtre ..2 spam|spams
zero spam
la derniere fois il|j|on|nous|c|qu_on|ou
rien|pas|plus avant ..3
ne vous excusez pas ..3
s_inscri*|m_inscris|inscris ..3 desinscri*|desabonn*
de|dans|sur nos|notre|mes|ma ..1 @list|boite
n|ne|surtout ..4 arretez|arrete|desabonn*|desinscri*|supprim*|retir*|cessez|oubliez ..3 pas|surtout
taux|lien ..2 de|d desabonnement|desinscription
clients|abonnes|gens ..4 desabonn*|desinscri*
dossier|filtre|courrier|dans|boite ..3 spam|spams|indesirables
n|ne oubliez|hesitez|oublie|hesite pas
supprim*|retir*|enlev* ..4 ligne|article|option|poste|module|devis|commande|facture
ecrivent|disent|repondent|crient ..1 stop|plus|assez|arretez|desabonnez ..3
nous ecrivent|disent|repondent ..5
voulez|souhaitez|desirez vous ..3 desabonn*|desinscri*
vous desabonner|desinscrire ..2 cliquez|suivez|rendez
client|cliente|quelqu_un|voisin|lecteur|patient ..2 nous|m ..2 signal*|denonc*|poursuiv* ..3 cnil|avocat
client|cliente|quelqu_un|voisin|lecteur|patient ..2 nous|m ..2 signal*|denonc*|poursuiv*
allais|failli|presque ..2 supprim*|effac*|desabonn*
appel*|telephon* ..2 n|ne|pas|plutot_que ..1 ecrivez|ecrire
nos|notre ..3 desabonnement|desinscription|desabonnements|desinscriptions
retir*|supprim*|enlev*|elimin* ..5 doublons|doublon ..4 liste|listes|base|fichier
retir*|supprim*|enlev*|elimin* ..4 doublons|doublon
retir*|enlev*|sort*|ot*|supprim* ..2 moi|nous|me|m ..2 de|des|d ..2 copie|copies|cc|echange|echanges|fil|discussion|conversation|boucle|invitation|thread
moins|assez ..1 de|d diapositives|diapos|slides|papier
plus|assez|pas|marre|stop ..1 de|d|les|aux ..1 pdf|pdfs|brochures|brochure|catalogues|plaquettes|plaquette|diapos|presentations|pieces_jointes|videos|liens|powerpoint|theorie
ne|n|plus|stop|arret* ..5 ancienne|ancien|mauvaise|autre|vieille ..1 adresse|boite|compte|mail|numero
destinataires|abonnes|clients|lecteurs|gens|personnes|patients|adherents|donateurs|membres ..5 desabonn*|desinscri*|stop|plus_de_mails
comment|ou ..3 destinataires|abonnes|clients|lecteurs|ils|gens ..3 
conform* ..2 rgpd
rgpd ?est|etes ..1 conforme
ne ..3 plus ..4 papier|excel|temps|perdre|utiliser|utilisons|fax
arret* ..2 perdre|utiliser|de_travailler|production

// ---- rendez-vous
[meeting.convient 3]
@time ..6 convient|conviendrait|va|irait|disponible|dispo|libre|parfait|possible|ok|me_va|nous_va|serait|bien|arrange|marche|confirme|entendu|note|passez
convient|conviendrait|disponible|disponibles|dispo|libre|libres|parfait|possible|ok|arrange|marche|irait|confirme|bon ..6 @time
va|ok|bon|d_accord ..3 pour ..3 @time
a @time ..2 
^ a @time $
[meeting.convient-court 1]
^ ca|parfait|ok|d_accord|entendu|avec_plaisir|volontiers ?me|marche|va|convient|nous
[meeting.appeler 3]
appelez|appelle|appeler ..2 plutot|moi|sur|le ..4
appelez|appeler|appelle|rappelez|rappeler|telephonez|joindre|contacter|joignez|bigophonez|passez_moi ..2 moi|nous|me|m|un ..6 @time|au|sur|coup_de_fil|portable|mobile
appelez|telephonez|appelle|passez_moi ..1 moi|nous|un_coup_de_fil
m appeler|joindre|appelez
me|nous appeler|joindre|telephoner
coup de_fil
pouvons|pouvez|peut|pourrait|pourrions|pourriez|voulez|souhaite|souhaitons|aimerais|voudrais|disponible|ok|d_accord|partant|volontiers|possible|faut|serait|propose|propos* ..6 @meet|s_appeler|se_parler|se_voir|nous_voir|se_rencontrer|discuter|en_parler|en_discuter|parler|echanger
parlons|discutons|echangeons|appelons|rencontrons ..4 
voyons nous|en|@time
[meeting.fixer 3]
choisissez|prenez ..2 jour|date|heure
cafe|dejeuner|verre ..3 ensemble|prendre|boire
prendre|boire ..2 cafe|verre
fixer|fixons|fixez|organiser|organisons|prendre|prenons|planifier|planifions|caler|calons|convenir|convenons|proposer|proposez|proposes|bloquer|reserver|programmer|poser|prevoir|envoyer|envoyez|mettre ..5 @meet|date|creneaux|creneau|invitation|lien|disponibilites|dates|horaire|dispos
envoyez|envoie|envoyer|merci_d_envoyer ..3 invitation|lien|creneaux|disponibilites
quand ..5 disponible|dispo|libre|appeler|parler|voir|rencontrer|possible|venir|passer
vos disponibilites|dispos|creneaux
lien teams|zoom|visio|meet
[meeting.passer 3]
passez|venez|passer_nous|passer_me|passer_vous|venir ..4 domaine|bureau|atelier|magasin|boutique|nous_voir|me_voir|voir|usine|stand|chez_nous|entrepot|sur_place|@time
montrez|montre|montrer ..3 ca|moi|nous|le|la ..5 @time
[meeting.heure 3]
plutot|mieux|disons|vers|pour|a # h|heures ..2
plutot|mieux|ou|sinon|disons|pourquoi_pas|possible|peut_on|pouvons_nous|peut_etre|serait ..4 @time ..4
@time ..3 # ?h|heures
decaler|reporter|deplacer|avancer ..5 
[meeting.demo 2]
voir|montrer|faire|avoir|organiser|demander|souhaite|interesse|volontiers ..5 demo|demonstration|presentation

// ---- interet
[interested.dit 3]
doit|devrait ..3 mieux
suis|sommes|serais|serions|est|sera|tres|vraiment|bien|m|nous|cela|ca|votre|offre|etre|plutot ..2 interesse|interesses|interessee|interessees|interessent|interesserait|interessant|interessante|curieux|curieuse|preneur|preneuse|preneurs|partant|tente|tentes
interesse|interessant|interessante ..3
semble|parait|a_l_air ..3 interessant|bien|utile|prometteur|pertinent|parfait
exactement ce ..4 
en savoir|apprendre plus|davantage
savoir plus|davantage
dites|dis|raconte|racontez|parle|parlez|explique|expliquez ..2 m_en|moi|nous|en|plus ..3 plus|tout|davantage|comment
plus|davantage d|de|infos|amples ..2 informations|infos|details|precisions|renseignements
tombe|tombez ..2 bien|pic|a_pic
avec plaisir
volontiers
oui ?pourquoi ?bien|avec|volontiers|merci|svp|s_il|pourquoi_pas|je_veux|je_veux_bien|envoyez
^ oui $
^ ok|d_accord envoyez|pour|svp
pourquoi pas
pas contre
je|on|nous veux|veut|voulons|voudrais|voudrions|aimerais|aimerions|souhaite|souhaitons|souhaiterais|souhaiterions ..2 bien|voir|essayer|tester|recevoir|en_savoir|savoir|connaitre|decouvrir|avoir|comprendre|obtenir|que_vous
besoin|cherche|cherchons|recherchons|recherche ..5 solution|outil|logiciel|prestataire|ca|cela|votre|systeme|d_un|d_une|de
allez y
comment ..3 faire|on_fait|commencer|proceder|demarrer ..3
prochaine ..1 etape
[interested.envoyer 3]
envoyez|envoyer|envoie|transmettez|transmettre|transmets|adressez|adresser|faites|faire|communiquer|communiquez|fournir|donnez|partagez|partager ..4 moi|nous|m|me|documentation|brochure|plaquette|tarif|tarifs|devis|prix|offre|proposition|infos|informations|exemple|exemples|catalogue|grille|details|document|dossier|presentation|lien|fiche|parvenir|donc|toujours|votre
recevoir|avoir|obtenir|voir|joindre ..3 documentation|brochure|plaquette|tarif|tarifs|devis|prix|offre|proposition|infos|informations|exemple|exemples|catalogue|grille|details|document|dossier|fiche
^ envoyez|envoie|envoi
[buying.prix 3]
combien|tarif|tarifs|devis|prix|cout|couts|coute|couterait|remise|remises|abonnement|facturation|budget_faut|chiffrage|grille_tarifaire|conditions_tarifaires|cotation|ristourne
frais de|d
par mois|utilisateur|an|vehicule|site|poste|licence|salarie|magasin
sans_engagement|engagement ..3
duree ..2 engagement|contrat
[buying.essai 3]
essai|essayer|tester|test|pilote|version_gratuite|version_d_essai|periode_d_essai|compte_demo|phase_pilote|gratuit|gratuitement
[buying.reference 3]
parler ..2 a|avec ..4 clients|client
reference|references|temoignage|temoignages|cas_client|etude_de_cas
clients ..5 comme|similaires|meme|region|secteur|taille
[buying.contrat 3]
contrat|bon_de_commande|commande|signer|commander|facture ..4 envoyer|envoyez|passer|recevoir|signer|ou|comment|quand|transmettre|de
pret|prets|souhaite|souhaitons|voulons|veux ..3 commander|signer|acheter|souscrire
[buying.compatible 2]
compatible|integr*|interface*|connecte|connecter|import*|export*|api|se_branche ..4
delai|delais|combien_de_temps ..4
mise en_place|en_service|en_route

// ---- questions
[question.quoi 3]
c_est_quoi|c_est quoi ..5
qu|que ..3 faites|fait|proposez|vendez|voulez|signifie|est_ce|entendez|veut|offrez ..4
qu est_ce
quoi ..4 
qui ..3 etes|est|vous|a|t ..5
comment ..5 avez|marche|fonctionne|connaissez|differe|ca|obtenu|eu|trouve|savez|garantissez
d ou ..6 
pourquoi ..5
en quoi ..6
quel|quelle|quels|quelles ..8
est_ce|etes|avez|sommes|connaissons|peut|pouvez|faut|existe ..3 que|vous|nous|il|t ..6
pas ..2 compris|clair|comprends|souviens|rappelle
[question.objection 2]
mais ..6 
conforme

// ---- plus tard
[defer.recontacter 3]
@recontact ..3
recontact*|relanc*|rappel*|reecri*|repren* ..6
contact*|ecri*|appel*|envoy*|revoy*|repass*|parl*|voir|voyons|revoir|vois|reparl* ..5 plus_tard|a_nouveau|de_nouveau|apres|debut|fin|mi|en|prochain|prochaine|dans|courant|nouveau|a_partir|rentree
point|sujet ..4 dans|apres|en|courant
on|nous ..3 recontact*|reparl*|revoit|revoir|en_reparle|rappelle|reprend|verra|regardera|regarderai
[defer.once 3]
des|une_fois|quand|lorsque ..10 recontact*|rappel*|relanc*|reparl*|revenez|contact*
peut_etre ..4 plus_tard|un_jour|prochain|prochaine|apres
plus tard
ulterieurement
[defer.verb 2]
@recontact
[defer.when 2 raw]
apres ..2 volontiers|avec_plaisir|oui
quand|une_fois ..6 debut|fin|mi|en|apres
laissez|donnez ..1 nous|moi ..3 mois|semaines|temps|jours
apres ..4 pourquoi_pas|volontiers|oui|avec_plaisir|on_verra|on_en_reparle
on|nous ..1 en_reparle|en_reparlera|en_reparlons|en_discute ..4
en reparle|reparlera|reparlons
pas|rien|jamais|aucun ..4 avant|d_ici
apres|a_partir|des|courant|debut|fin|mi|en|l_annee|prochain|prochaine|dans ..6 mieux|preferable|disponible|possible|volontiers|plus_de_temps|plus_calme|temps|regarderons|verrons|pourra|pourrons|serait
mieux|preferable|plutot|volontiers|disponible|calme ..5 apres|a_partir|en|debut|fin|mi|prochain|prochaine|dans|courant
jusqu ..8
budget ..6 prochain|prochaine|vote|janvier|annee|exercice|dans|en
contrat|engages ..5 jusqu|fin|echeance
de retour|rentre|serai
[notnow.pas 2 raw]
pas ..3 moment|maintenant|actuellement|tout_de_suite|immediat|pour_le_moment|pour_l_instant|cette_annee|ce_mois|a_l_ordre_du_jour|encore|aujourd_hui
pour|en_ce|mauvais|pas_le_bon|a_ce moment|l_instant|le_moment
actuellement|moment|instant ..5 pas|debord*|pleine|plein|trop|charge|occup*
debord*|surcharg*|submerg*|sous_l_eau|la_tete_sous
pleine saison|periode|campagne|bourre
trop tot|occupe|occupes|de_travail
pas le_temps|une_priorite
plie
[notnow.nous-contacterons 2 raw]
nous|je|on ..2 vous|te ..2 recontacter*|contacter*|rappeler*|reviendr*|tiendr*|ferons|ferai|dirai
reviendr* ..2 vers

// ---- autres personnes
[referral.responsable 3]
c_est ..4 qui ..2 decide|gere|s_en|s_occupe|commande|achete
decide ..1 c_est
voyez|adressez|adresser|contactez|contacter|ecrivez|parlez|demandez|rapprochez|tournez|joindre|joignez|transmettez|prenez_contact|s_adresser ..3 a|avec|vous|mon|ma|notre|au|la|le|monsieur|madame|m|mme|directement|aupres !nous|moi ..4 
faut|devez|devriez|mieux|vaudrait ..2 voir|parler|contacter|ecrire ..2 avec|a|au|mon|ma|notre|le|la !nous|moi ..3
mon|ma|notre ..1 collegue|responsable|successeur|remplacant|remplacante ..6
s_occupe|gere|gerent|en_charge|suit|responsable|remplace|pilote|traite|s_en_charge|s_en_occupe|repris|succede|prend_la_suite ..3
bonne personne|interlocuteur
c_est ..4 qui ..2 traite|voit|tranche|valide|signe|choisit|fait|suit|pilote|regle|tient|negocie
dites|dis|venez|appelez|voyez|ecrivez ..6 de ma_part
[referral.transmis 3]
transmis|transmets|fais_suivre|transfere|transfer*|relaye|fait_suivre ..4 a|au|votre|suivre
ai passe|communique ..4 a
en_copie|copie|cc ..3
mets|met|mis|ajoute ..3 copie|boucle
[wrong.pas-moi 3 raw]
suis|est|depuis|maintenant ..3 retraite|retraitee
juste|seulement ..2 camionnette|locataire|stagiaire|interimaire
conduis|livre juste
vendu ..2 affaire|boutique|societe|entreprise|magasin|fonds
pas de ?m ?monsieur ?mme ?madame ..2 ici
trompe*|erreur ..4 personne|adresse|destinataire|interlocuteur|numero|de|d
mauvais|mauvaise ..1 personne|adresse|interlocuteur|destinataire|numero|service
pas ..3 bonne_personne|bon_interlocuteur|bonne_interlocutrice|bon_contact|responsable|concerne|concernee|charge|mon_domaine|mon_service|moi_qui|interlocuteur|bonne_adresse|mon_secteur|mon_role|de_mon_ressort|la_bonne
plus ..4 dans|charge|responsable|chez|partie|occupe|en_poste|la_bonne|travaille|poste|du_transport|de_l
ne|n ..2 occupe|travaille|gere|dirige|traite ..2 pas|plus
ne suis plus|pas ..1 responsable|charge|chez|dans|au|aux|directeur|directrice|gerant|gerante|en_poste|proprietaire|tresorier|tresoriere
quitte|demissionne|change_de ..3
homonyme|meme_nom|confond*|confusion
particulier|particuliere|personnelle|privee ..3
sais pas|plus ..3 qui
aucune idee ..3

// ---- refus
[decline.non 3 raw]
passer notre|mon tour
ne m emballe pas
est|serait exclu
pantoute
conseil|patron|chef|direction|associes|siege ..3 dit|dire non
trouve moins cher
argent|budget ..3 n_y est|sera pas
ne ..3 sont|est ..2 pas ..2 chauds|chaud|convaincus|convaincu|partants|emballes|d_accord
ferme|fermons ..1 boutique|la_boutique|l_atelier|le_magasin
vaut|vaudrait ..1 pas ..2 coup|peine
ne|n ..2 veulent|veut ..1 pas
pas ..2 pour ..2 une|un|petite|petit|des ..3 comme|petite|petit|structure
n en veut|veulent|voulons|veux pas
en ..2 veut|veulent|voulons|veux pas
s_en sort|sortons ..3 bien|sans|comme
très_bien|tres_bien|bien comme ca|cela|ainsi
rien ..1 changer|change
plus de|d ..2 faire
pas|plus|aucun|aucune|sans|nullement|guere ..3 interesse|interesses|interessee|interessees|interet|besoin|besoins|utile|utilite|necessaire|concerne|concernes|suite|donner_suite|prevu|envisage|envisageons|adapte|pertinent|a_l_ordre
ne|n|me|m|nous ..3 interesse|interesses|interessent|correspond|convient|concerne|besoin|cherche|cherchons|souhaitons|souhaite|prevoyons|envisageons|donnons|donnerons|donne|donnerai|avons|ai|changerons|changeons|sommes|suis|fera|fait ..5 pas|aucun|aucune|plus|suite|rien|guere
non merci|desole|pas|je_regrette|ca_ira|cela|sans_facon|vraiment
merci ?mais non|pas|sans_facon
^ non ?merci $$
sans facon|suite
suite defavorable|negative
decline|declinons|decliner|refuse|refusons|passer_mon_tour|passons|abandonn*|renonc* ..4
pas pour|fait ..1 nous|moi
rien ..4 nous|pour|dire
[decline.deja 3]
deja ..5 equip*|fournisseur|prestataire|partenaire|solution|outil|logiciel|engag*|signe|contrat|systeme|un|une|ce_qu_il|fait|en_place|client
avons|ai|utilisons|travaillons|dispose|disposons ..5 fournisseur|prestataire|partenaire|solution|notre_propre|interne|outil|en_interne|quelqu_un|equip*|ce_qu_il
satisfait*|content*|heureux ..4
tres bien comme|ainsi
en interne
choisi|opte|retenu|signe|parti|partis|prefere ..4 autre|concurrent|ailleurs|avec|confrere|une_autre|un_autre|chez
un|une autre prestataire|solution|fournisseur|societe|choix
equipes|equipe et
[decline.budget 3 raw]
pas|aucun|plus|sans|peu|manque ..4 budget|moyens|argent|fonds|tresorerie
budget* ..4 pas|coupe*|gele*|epuise*|serre*|reduit*|restreint*
trop|beaucoup_trop cher|chere|petit|petits|petite|petites|vieux|grand|complique|onereux
fermons|fermeture_definitive|cessation|liquidation|vendons
decide ..3 de_ne|ne|pas|de_rester|de_garder
restons|gardons ..5
preferons|prefere|preferent ..2 rester|garder|continuer|conserver|ne|notre|nos|comme|faire|l_ancien|l_ancienne|les_anciens|les_anciennes|la_concurrence ..4
[decline.doux 1 raw]
bonne|bon ..1 continuation|chance|courage
malheureusement|helas|regret|desole|desolee|navre

[ack.merci 1]
^ merci|ok|bien_recu|recu|bien_note|note|d_accord|entendu|parfait|tres_bien|super|haha|lu|compris $
prends|pris note|bonne_note

[shares.mal 2]
peut|pouvait ..2 plus durer|continuer
encore ..1 perdu
probleme*|pb|souci|soucis|galere|panne|retard|retards|perd*|perte|pertes|erreur*|litige*|reclamation*|plainte*|penible|compliqu*|difficile|casse|excel|papier|a_la_main|manuel*|manuellement|whatsapp|catastrophe|chaos|stress|fatigu*|absent*|penurie|jete|gaspill*|surcout|deborde|toujours|attente|nuit|reclamations|enfer|cauchemar
[shares.but 2]
objectif|objectifs|but|projet|projets|souhaitons|voulons|cherchons|prevoyons|ouvrir|ouvrons|agrandi*|developp*|recrut*|besoin_d|remplacer|changer
[shares.faits 2]
nous|on|j|avons|ai|sommes|notre|nos|faisons|fait ..5 # ..2
# boutiques|camions|vehicules|salaries|employes|personnes|sites|magasins|clients|commandes|factures|heures|tonnes|euros|chauffeurs|postes|lits|colis|palettes|an|ans|mois|par
car|parce|puisque ..6
nous|on ..2 utilisons|travaillons|utilise|travaille|sommes|faisons
deja equipes|equipe

// ---- tournures
[decline.tournure 3 raw]
pas demain ..1 veille
saint_glinglin|saint_glin_glin|calendes_grecques|quatre_jeudis
laisse|laissez beton|choir
nenni|macache|walou|que_dalle|bernique|tintin
^ oubliez|oublie $
^ ca|on ira ?merci|bien|comme_ca $$
change pas ..2 equipe ..2 gagne
^ pas interesse|interessee|preneur|preneuse|pour_moi
c_est|c est|sera|reste non ?evidemment|merci|et|pour|a|desole
[decline.tranche 3 raw]
conseil|comite|patron|patronne|direction|associes|bureau|elus|assemblee|tresorier|siege|proprietaire ..5 contre|refuse|tranche|oppose|opposes|oppos*|dit_non
tranche ..2 pour|contre ..2 l_autre|autre|concurrent|vous
affaire|dossier classe|classee|clos|close
donner|donnera|donnerons|donne ..3 suite
proposition|offre|candidature ..4 pas ..2 retenue|retenu
enveloppe|credits|budget|subvention ..6 consommee|consomme|epuisee|epuises|depensee|depense
maison_mere|siege ..6 fournisseurs|attitres|impose
vois pas ..2 ouverture|utilite|interet
[decline.suffire 2 raw]
on_s_en|je_m_en|nous_nous_en passe|sort|contente|sortons|passons|contentons
nul|nullement|aucunement besoin|interet|necessite
depuis ..2 ans ..8 meme|memes
le|la meme ..3 depuis
preferent ..3 ancien|anciens|anciennes|papier
n_achete|j_achete ..1 pas
[defer.rappel 3]
renvoyez|renvoyer|renvoie|remettez|representez|represent* ..3 moi|nous|ca|cela|la|le|votre|vos ..6
rappel|pense_bete ..4 le|en|dans|debut|fin|apres|a
toute|tout ouie
laissons|laissez ..2 passer ..6
revenez|revoyez|voyez ..2 vers|avec moi|nous ..3
a ce_moment_la|moment_la
dans la_foulee
[defer.temps 2 raw]
aurai|aurons|aura|serai|serons ..4 temps|esprit|tete|dispo|disponible|disponibles|clair|ouie|tranquille|tranquilles
verrai|verrons|saurai|saurons ..3
pourrons|pourrai ..2 etudier|regarder|examiner|voir|decider
[wrong.ignore 3 raw]
ne|n ..1 connais|connait plus|pas ..3 personne|nouveaux|successeur
bien en_peine de ..4
ne|n ..2 regarde|concerne plus
jamais ..1 ete|eu|travaille|tenu|gere ..2 de|d|la|le|gerant|gerante|bateau|boutique
ici ..1 c_est|c ..5 pas ..1 le|la|l
ca|cela nous arrive_souvent|arrive_tout_le_temps
standard exterieur|externe
[interested.marche 3]
ca|cela|tout depend ..2 prix|tarif|cout|tarifs|somme
si ..10 je_signe|on_signe|suis_preneur|marche_conclu|faisons_affaire|je_prends|on_en_prend|j_achete
que|qu faut_il ..2 compter|prevoir
vous|tu prenez|demandez|facturez|comptez ..1 combien|quoi
il ..1 faudrait|faut ..3 exemplaire|echantillon|offre|devis|solution|proposition|prototype|modele
m|me|nous intrigue|tente|parle ?bien|beaucoup
^ chiche|banco|tope_la
vous commenceriez|feriez ..3 ?quoi
[referral.proche 3]
c_est|c mon|ma|notre|le|la beau_frere|belle_soeur|frere|soeur|mari|femme|fille|fils|associe|associee|patron|patronne|collegue|gerant|gerante|comptable|pere|mere ..3

// ---- tombe chez un autre, ailleurs
[wrong.tombe 2 raw]
tombe|tombez|tombes|atterri ..4 particulier|mauvais|mauvaise|erreur|privee
vous|tu cherchez|cherchiez|vouliez|visiez ..3 sans_doute|surement|probablement|mon_pere|mon_frere|ma_mere|l_autre|un_autre|une_autre ..3
je ne travaille|travaillais ..1 plus|pas ..4
suis|est ..2 parti|partie ..2 retraite
ancien|ancienne ..1 proprietaire|locataire|gerant|gerante|patron|patronne|directeur|directrice|titulaire
fonds|commerce|boutique|cabinet|affaire|ferme ..2 vendu|vendue|cede|cedee|repris|reprise|ferme
decede|decedee|nous_a_quittes|disparu
n_a jamais ..2 travaille|existe|exerce ..4
porte ..2 meme nom ..3
[referral.qui 3]
ca|cela|tout|la_decision passe|remonte|revient|incombe ..2 par|a|au ..3
decision|achats|commandes ..4 appartient|reviennent|revient|relevent|releve ..2
s_adresser|passer ..2 a|par|chez ..3
a|au|chez lui|elle ..1 de ..1 voir|decider|trancher
`
