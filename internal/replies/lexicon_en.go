package replies

// optOutsEN is how people ask for no more mail in English, and what only looks like it.
const optOutsEN = `
def me = me|us|myself|ourselves
def my = my|our|this|these|the|all|any|her|his|their
def list = list|lists|database|mailing|mailings|distribution|system|records|files|file|books|crm|campaign|campaigns|sequence|cadence|email|emails|contacts|mail|newsletter|rolodex|spreadsheet|thing|mailer|mailshots|circulation|register|directory|outreach|rolls|sheet|sheets|contact_list|callsheet|roster|prospects|targets|pipeline|mailouts|mailout
def data = address|addresses|email|emails|e_mail|mail|details|data|number|contact|contacts|information|info|record|records|name|names|entry|particulars|account
def mails = email|emails|e_mails|e_mail|mail|mails|message|messages|contact|communication|communications|correspondence|newsletter|newsletters|spam|mailings|mailing|follow_ups|followups|follow_up|followup|stuff|crap|rubbish|junk|garbage|solicitation|solicitations|pitches|pitch|marketing|advertising|adverts|ads|promotions|offers|letters|sales_pitches|bumps|nudges|reminders|reminder|msgs|mailers|advert|advertisement|advertisements|pings|nonsense
def writing = emailing|mailing|e_mailing|writing|contacting|spamming|messaging|bothering|pestering|harassing|bugging|chasing|hounding|soliciting|texting|stalking|annoying|badgering|nagging|bombarding|pinging|bumping
def write = email|mail|e_mail|contact|write|message|bother|pester|spam|approach|solicit|follow_up|followup|reach_out|harass|disturb|ping|chase|bug|nudge|bump
def nomore = again|anymore|any_more|any_further|further|in_future|in_the_future|ever|any_longer|no_more|once_more
def you = you|u|ya

// ---- opt-outs
[optout.unsubscribe 3]
unsubscribe|unsubscribing both|all|the|these|below|following ..3 @data|ids|accounts|mailbox|mailboxes
im|i_am unsubscribing|opting_out
ive|i|we|have|weve ..1 unsubscribed|opted_out ..4 still|again|twice|here|times
^ sign @me out
cancel my|our|this|the|his|her subscription ..3 mails|emails|please|newsletter|immediately|now
un sub scribe
^ kill|cancel|end|stop|terminate|drop ?my|the|this|our subscription|subscriptions ?please|now|thanks $
no ..1 link ..3 bottom|end|mail|email|message|unsubscribe
^ unsubscribe|unsub|unsubscribed|unscribe|desubscribe|unsubscribing ?please|pls|now|thanks|me|us|immediately|asap $
please|pls|kindly ..2 unsub*
unsubscribe|unsub|unscribe @me
unsubscribe|unsub @my @data|company|domain|team|department|address
unsubscribe from|to this|these|your|all|the ?@list
want|wish|like|need|trying|tried|asked|requested|ask|prefer ..4 unsubscribe|unsubscribed
how ..4 unsubscribe $
how ..4 unsubscribe from|to this|these|your|all
be|get|been unsubscribed
where ..3 unsubscribe ?link|button $
where ..3 unsubscribe link|button|option
unsubscribe link|button|option ..3 doesnt|does_not|not|missing|broken|isnt|dead
clicked|click|hit|pressed|used ..3 unsubscribe ..6 still
no|without ..3 way|option|means|link ..2 unsubscribe
no unsubscribe|opt_out|optout ?link|button|option
consider @me ..2 unsubscribed|out|gone
[optout.no-unsubscribe-link 3 raw]
no|without|cant|cannot|couldnt|didnt|dont|not ..4 find|see|have|way|option ..5 unsubscribe|opt_out
no unsubscribe|opt_out|optout
unsubscribe ..3 not|doesnt ..2 work
[optout.opt-out 3]
^ opt_out|optout|opt_me_out|opt_us_out $
opt @me out
want|wish|like|choose|please|hereby|need|prefer|opting|going ..3 opt|opting out
opt|opting out of|from ..2 this|these|your|all|further|future|any
opted|opt out ..6 still|again|already
please|pls ..2 opt_out|optout
[optout.take-me-off 3]
get|take|leave me|us|my|our ..2 off|out_of ..1 this|the|that ..1 @list|loop|sequence|drip|blast|cycle
remove|delete|drop|strike|take ..1 all ..3 of_us|our ..4
off ..1 your ..2 @list please|pls|thanks|now
@my ..1 @data ..2 isnt|is_not|are_not|wasnt ..1 for ..2 marketing|sales|advertising|this|spam|@mails
@my ..1 @data ..2 doesnt|does_not|dont|do_not ..1 belong ..4
update|amend|adjust|correct ..1 your ..1 @list|records|files ..1 so|to|accordingly
take|remove|strike|cross|delete|drop|cut|get|pull|knock|rub my|our|this|all|us|it|her|him|me ..4 off|from|out_of your|ur|yr ..2 @list
take|strike|remove|cut ..3 old|poor ..1 man|woman|lady ..2 off|from|out
not ..1 be|appear|feature|figure|remain ..1 in|on|among|part_of ..2 @mails|@list
@my ?company|business ?@data ..2 has|have|needs|need|must|should ..1 to ?be ?come|go|struck|taken|removed ..1 off|out
id|i|we|wed ..2 like|want|wish out ?of_this|please|now|completely $
opt @my|this ..1 @data out
me|us off please|pls|now $
^ off with my|our name
take|cross|strike|scratch him|her off ?please|thanks|too $
could|can|may|let|asks|ask|asked ..3 i|we|she|he|me|us|to come off $
take|pull ..1 my|our|this ..1 @data ..1 out|off
take out my|our|this ..1 @data
take it|them|this|her|him out ?please|now|today|of ?and|your|of $
take|remove|delete|strike|cross|drop|get|scratch|pull|knock my|our|this ..3 off|from|out_of your ..2 @list
left|leave|keep ..2 off|out_of ..1 future|further|your|any|these|all ..1 @mails
if|grateful|obliged|kindly ..2 you|youd ..2 removed|deleted|dropped|erased|unsubscribed|remove|delete|drop|erase @me|my|our|this
if|grateful|obliged ..2 you|youd ..2 took|take|crossed|cross|struck|strike @me|my|our|this ..3 off|out
mind|appreciate|by|for|of|considering ..2 deleting|removing|erasing|unsubscribing @me|my|our|this
^ remove|delete|erase me|us or|and|or_else|before|today|already|at_once|entirely
like|want|wish|need|prefer ..1 @my ..1 @data ..1 gone|out|off|deleted|removed|erased|struck|taken
^ off|out please|pls|now|thanks $$
please ..2 take it|me|us ..1 away
no|not|without|nor ..2 place|business ..2 on|in ..2 @list|inbox
cross|crossing|scratching|striking|taking|dropping|removing @me off|out ..2
end|ended|be|get|like|want ..4 up|to_be off it|this|the|your|that
like|want|wish|prefer ..3 off it|this|that|these
take|get|leave|keep ..2 address|name|email|us|me ..1 out $
take|get|keep ..2 @data ..1 out of
left|leave|leaving|keep ..2 out of your|this|these|it|any
remove|delete|drop|strike|cross|scrub|purge ..6 from|off ..1 your ..3 @list
cross|strike|scratch ..1 out everything|anything|all|every
untick|opt_me|untick_it
ticked|tick ..4 accident|mistake
take|get|remove @me of|frm|form ..2 @list
exclude|excluded|exempt ..4 from|of ..4 @mails|mailings|mailing|list|lists
be|get|been excluded from
like|want|need ..2 off|out_of this|the|your|that ?merry|list|bus|train|ride|thing|merry_go_round|rollercoaster|mailing|email
off the list
update ..2 your ..1 records|list|lists|database|files ?accordingly
@my ?company|own|email|business @data ..3 come|comes|taken|struck|removed|deleted|go|goes|disappear|vanish ..2 off|out|from ..6 @list|yours
take|remove|get|scratch|cross|strike|delete|drop|pull|purge|erase|wipe|keep|knock|rub|cut|leave|kick|throw|exclude|withdraw|ditch|boot|bump|dump|tick ..2 @me ..3 off|from|out ..4 @list
take|get|cross|scratch|strike|knock|keep|leave|rub|kick|drop @me off|out
take|get|cross|scratch|strike|knock|keep|leave|rub|kick|drop @me the_hell|the_fuck|right|straight off|out
remove|delete|erase|exclude|purge|unlist|deregister|delist @me ?please|pls|now|immediately|thanks|asap|permanently|altogether|completely $
remove|delete|erase|exclude|purge @me from|off|immediately|please|now|permanently
please|pls|kindly ?just|now|immediately remove|delete $
^ remove|removed|delete $
^ remove|removed please|pls|now|immediately $
be|been|get removed|deleted|erased|struck|taken ..2 off|from ..4 @list
want|like|wish|ask|asked|asking|request|requesting ..3 be|been|to_be removed|deleted|taken_off|struck_off|erased
off|from your|the|this|all|any|every|whatever ?damn|bloody|fucking|stupid|mailing|email|marketing|contact|sales|distribution list|lists|mailing|mailings
cross|scratch|strike @me|my|our|this ..2 name|off|out
remove|take|delete|strike ..3 company|business|firm|organisation|organization|domain|team|practice|shop|school ..4 @list
remove|take|delete|strike ..3 name|names|company|address|details|email ..3 off|from|out ..3 @list
removal from your|the|this|all
removal of @my|our @data|email
requesting|request|requested|demand ..2 removal|deletion|erasure
[optout.delete-my-data 3]
dispose|get_rid ..1 of ..1 @my ..1 @data
delete|remove|erase|purge|wipe|scrub @me|all_of_us ?please|now|thanks|today|entirely|and|too $
delete|erase|wipe|purge ..2 @data ..2 and ..2 confirm
ditch|wipe|retract|withdraw|suppress @my ?personal|contact|email|work @data
^ erase|wipe|purge|destroy|shred|delete|bin it|them ?please|today|now|all|immediately|at_once $
and|please|kindly wipe|erase|purge|shred it|them ?please|today|now|all $
^ purge ?please|now|it $
delete|remove|erase|wipe|purge ..1 whatever|everything|every|anything|all ..1 of_ours|of_mine|record|trace ..4
forget|forgot|forgets|forgotten ..1 my|our|this @data
wish|like|want|right|prefer ..2 be_forgotten
^ forget me|us $
@my ..2 @data ..2 no_longer|not|never|mustnt|must_not|cannot ..2 used|held|kept|stored
get rid_of @my ..1 @data
slip ..1 your mind
scrap|shred|trash|dump|nuke|zap|kill|eliminate @my ?personal|contact|email|work @data
remove|delete|erase|drop|strike the ..2 @data ?please|now|thanks|too $
@my ..1 @data be ..1 destroyed|deleted|erased|removed|wiped|expunged|struck|taken
address|email|details|name|number ..4 delete|destroy|remove|erase|bin it|them|that
delete|remove|erase|destroy|purge|lose|forget|wipe|bin|scrub|expunge|drop|clear|suppress|block|discard @my ?personal|contact|email|work|private|old|own|business|company|mail|e_mail @data
delete|remove|erase|destroy|purge|wipe|scrub ..1 @my ..3 @data ..3 from ..2 @list
delete|remove|erase|purge|wipe ..3 school|schools|company|companys|firms|clients|client|mothers|fathers|husbands|wifes|practices ..1 @data
delete|remove|erase|destroy|purge ..3 everything|all|anything|any|whatever ..3 you ..1 have|hold|hve|got|store|stored ..4 me|us|my|our
delete|remove|erase|purge ..3 data|information|details ..4 have|hold|store|stored|holding ..3 me|us
lose|forget my|our|this|the number|address|email|name|contact
erasure|deletion of ..2 my|our|personal|all ..1 data|details|information
right to be_forgotten|erasure|object
right of erasure|objection
[optout.delete-it 2]
want|like|need|wish|expect ..1 it|that|them|him|her deleted|erased|gone|destroyed|struck
delete|remove|erase it|them|that|this please|pls|now|immediately|at_once
please|pls|kindly delete|remove|erase it|them
delete|remove|erase it|them $
[optout.stop-writing 3]
please|kindly|just ..1 leave|let ..1 it there|here|at_that|be
this|that|it|these|those has|have|needs|need|must|should|ought ..1 to ?finally|really|just ?now stop|end|cease
last ..1 time|warning ..4 ask|asking|tell|telling|stop|say|saying|write
put ..2 end|stop to ..2 this|these|it|the_emails
call ..1 off ..2 @mails|campaign|dogs
no thanks|thank_you ..3 no ..2 @mails|follow_up|followups|reminders
spare yourself|yourselves|me|us
lay off|off_me
pack it in
knock it|this off|on_the_head
give ..1 it ..1 rest
end|finish|stop|kill|quit it|this|them ?all ?here|there|now|please|altogether $
stop|quit|cease inviting|calling|phoning|ringing|telephoning|approaching|disturbing|mailing|using me|us|here|this|our
stop with the|these|your|all ..1 @mails|texts
bother|annoy|pester|trouble ..1 somebody|someone|anybody|anyone|others|people else|instead
go|away|leave ..2 bother|annoy|pester somebody|someone|anybody|others
discontinue ..2 same|forthwith|immediate|this|these
advised|request|requested|needful ..4 discontinue|desist|cease
ask|asking|beg|begging|must_ask you ..2 to ..2 end|stop|cease|quit|discontinue|desist|leave_us|leave_me|leave_it
desist from
^ never again $
write|mail|email|send|call no further|no_more|nothing
this|that|it ..1 must|should|will|would|could|can|may|to be|is the last ..2 of_them|i_hear|of_these|we_hear
leave my|our|the|these|those ..2 alone|in_peace|be
left|live ..1 in_peace
let @me alone
let ..2 silence|quiet
save|spare yourself|yourselves ..4 @mails|trouble|bother|effort|next|stamp|stamps
save ..1 the next one|mail|email|message|letter
spare my|our|this|the ..1 inbox|mailbox|address|staff|team|phone|patience
let|letting me|us be|go ?please|now|then $
^ discontinue|desist|refrain|cease ?please|now $$
unless i|we ..5 dont|do_not @write
take|get ..1 hint
enough ..1 with ..2 follow|follow_ups|followups|emails|mails|reminders|chasing
take ..1 no for_an_answer
make|let|have ..2 be ..2 last ..1 time|one|email|mail|message
make|making it|this the last ..1 time|one
turn|switch ..1 them|it|these|those off
let|make|have ..4 end|stop|finish|rest here|there|now
^ off $$
get|make ..1 these|this|them|it|those ..1 to ?finally stop|end
how ..3 stop ..1 these|this|them|getting|receiving|it
stop trying|writing|emailing|asking|contacting $
^ quit|stop|cease|drop it $
correspondence ..3 end|ends|stop|over|closed
ask|asking|told|tell ..4 to stop|cease
stop|quit|cease sending|mailing|emailing them|these|this|those|that|it|any
asking ..2 everyone|everybody|people|you|them ..2 to stop
stop|quit|cease ..1 @writing $
make ..3 go_away
make these|your|those ..2 stop
would|could|can you ..2 mind ..3 not ..2 @writing|sending|contacting
please|kindly|pls ..2 no ..2 @mails
get_a_life
leave people|us|me|folks|everyone alone
stop|quit|cease|refrain|desist|halt|discontinue|enough|avoid ?from|with|of|all|the|immediately ?fucking|bloody|constantly @writing ?@me|my|our|this|people|again|please|pls|now|immediately|here|at_once|already $
stop|quit|cease|refrain|desist|halt|discontinue|avoid ?from|with ?fucking|bloody|constantly @writing ?to @me|my|our|this_address|people|everyone
stop|quit|cease|refrain|avoid ?from sending @me|out|any|all|these|this|your|more|further|emails|mails|messages|spam|crap|shit
stop|quit|cease|end|halt|discontinue|kill|pause|cut ?with|all|out ?all ?the|these|this|your|those|all|any|constant|endless|further|out|with|of ..2 @mails
stop|cease ?all|any|with ?further|direct|your|the ..1 marketing|processing|contact|communication|communications|contacting
please|pls|plz|kindly|just|now|seriously|ffs stop $
please|pls|plz|kindly|just stop it|this|now|already|immediately|here
stop it|this|now|already|immediately|asap|please|pls $
^ stop ?please|pls|it|now|this|thanks|already $$
^ stop stop
stop all|stopall|stop2end
asked|told|begged ..3 to stop
wont|will_not|doesnt|dont|never stop @writing
if|when|unless you ..3 stop @writing|sending|this|these
will|can|could|would you|u ?please|pls|just|ever stop ?please $
will|can|could|would|good|kind you|u|as ?please|pls|just|ever|to stop @writing|this|these|sending|your|inviting|doing|please
stop bother*|spam*|harass*|pester* 
stop|quit following_up|reaching_out|follow_ups|chasing_me|chasing_us
make it|this|them stop
[optout.dont-write 3 raw]
and|so|please stop|quit|cease @writing|sending
dont_know how ..2 unsubscribe
rather|sooner ..1 you ..1 didnt|dont|did_not|stopped
no ..1 business|right ..1 @writing|to_write|to_email|to_contact|to_mail
not|never|without ..2 asked|invited|requested|agreed to_be ..1 contacted|emailed|mailed|approached
dont|do_not ..1 appreciate|welcome|enjoy|need ..3 @mails|emails_like|unsolicited|being_emailed|being_contacted
dont|do_not ..1 want ..3 hear|anything ..2 from ?you|your|this
dont|do_not ..1 reply|answer|respond ..2 to ..1 this $
dont|do_not ..1 bother|trouble ..3 again|anymore|any_more|in_future|further
keep|kept ..2 to_yourself|to_yourselves
dont|do_not|never|not ?be send|sending ..1 me|us|it|anything|owt|any|nothing ..3 else|more|further|of_them|of_these|yokes
dont|do_not|never|not @write ?to this|my|our
dont|do_not|neither ..1 call|ring|phone|telephone ..2 dont|do_not|nor|or ..1 @write|text
neither ring|call|phone|mail nor
ask|asks|asking|asked|request ..2 that ..3 dont|do_not|not|no|never
ask|asks|asking|asked|beg|must_ask you ..1 not|never ..1 to ..1 @write|send|telephone|call|ring|bother
if ..1 you ..1 didnt|did_not|wouldnt|wouldnt|dont ..1 @write|send
didnt|did_not|wouldnt @write ..1 at_all|again|any_more|anymore|here
dont|do_not|doesnt|no_longer|not want|wish|wants|wishes|like|care|need ..2 to_be ..1 written|contacted|approached|mailed|emailed|asked_again|called|chased|pitched|bothered
no_longer|not wishes|wants|wish|want ..2 hear ..1 from
mustnt|must_not|may_not|cannot|cant|isnt_to|is_not_to ..1 receive|be_in|be_used|get ..4 marketing|commercial|offers|advertising|database|sales|@mails
want|wish|need|expect|require nothing ..3 from_you|from_your|none
dont|do_not want|need them|these|yours|your_mails|your_emails|the_letters|reminding
no ..1 need ..1 to ..1 signal|write|chase|follow_up
nor ..1 another|any|more ..1 @mails
dont|do_not|never come|knock|circle|call|stop back|round|around|by|here ..1 again
dont|do_not|never come|circle back|round|around ..2 inbox|mailbox|here
neither|none|nobody|no_one|noone ..4 wants|want|wishes|wish|cares|likes|care|asked|needs ..4 hear|contact|contacted|receive|receiving|emails|mails|messages|from_you|written|on_your|spam|mail
could|can|would|will you|u ?plz|pls|please|kindly|maybe|just not @write|send|writing|emailing
like|prefer|wish|want|rather|choose|ask|asked not ..1 to ..1 receive|get|hear|have|see|be_contacted|be_emailed|be_written|be_mailed|be_on
like|want|prefer|ask|asking|rather|beg you ..1 not to $
dont|do_not|never put|add|enrol|enroll|include|place|stick @me ..4 @list|anything|anywhere
no ..1 need ..3 keep|have|hold|store ..2 me|us|my|our|this ..3 file|list|record|records|books|details|data|address
not ..1 be on ..3 list|lists|database
cant|cannot be on ..3 list|lists|database
dont|do_not want|wish|accept|welcome|take|like ?any|more|unsolicited|cold|marketing|sales @mails ?either|here|thanks|please ?of_any_kind|of_any_sort|at_all $
dont|do_not|not require|need|want ..2 further contact|communication|correspondence|emails|messages|mails|approaches
dont|do_not ..1 @write|reply|respond back ?to ?me $
appreciate|prefer|grateful|like ..2 not ..2 hearing|receiving|getting|being ..3
close|delete|remove ..1 my|our record|file|account|profile ..2 good|permanently|forever
didnt|did_not ..1 @write|wrote ..3 again|anymore|more
dont|do_not|didnt|not ..2 want ..2 next|another|any|more ..1 one|either|of_these
dont|do_not|not ..1 give ..2 consent|permission
dont|do_not|donot|not ..1 try|write|email|come|get_in_touch|follow_up|followup|contact|bother|knock|ask|ring again
dont|do_not|never ..1 use ..3 it|this|my|address ..3 marketing|advertising|sales|mailings|this|again
dont|do_not ..1 keep|continue|carry_on|go_on ..1 following_up|writing|emailing|chasing|contacting|sending|asking|pestering|trying|on|at
dont|do_not|no_longer|never ..2 accept|take|want|welcome|entertain|tolerate|respond_to ..3 cold|unsolicited|sales|marketing|such|these|spam ..2 @mails|calls|approaches|outreach
no ..2 wish|desire|intention|interest ..4 receive|receiving|hear|hearing|get|getting|contacted|emailed ..4
policy ..4 not ..3 approached|contacted|solicited
no solicitation|solicitations|soliciting|cold_calls|cold_emails
dont|do_not|never|dnt|not_to|donot|cannot|may_not|must_not ?ever|you_ever|even|please ?ever @write ?to !off @me|my|our|anyone|this_address|this_email ?@nomore|at_this|about|please|for|on|with|by $
dont|do_not|never|dnt|not_to|donot|shouldnt|must_not ?ever|you_ever|please @write ?to ?@me|my|our|anyone|this_address|here ..4 @nomore
dont|do_not|never|dnt|not_to|donot ?ever|you_ever @write @me|my_company|my_team|our_company|our_staff|this_address|this_email
dont|do_not|never|dnt|donot|not_to ?ever|you_ever send ..4 @nomore
dont|do_not|never|dnt|donot|not_to ?ever send|sending @me|us|my ?any|anything|another|further|more @mails|anything|something|else|more
dont|do_not|never send ?@me ?us any|another|further|more|these|such|this|your @mails|of_these|of_this|like_this
dont|do_not|not|never want|wish|like|need|care|desire|consent|agree|expect|permit|authorise|authorize|willing|prepared ..4 receive|get|receiving|getting|hear|contacted|emailed|bothered|spammed|emails|mails|messages|communication|communications|newsletters|pitched|solicited|marketed ..4 
dont|do_not|not|never want|wish|like|need ..2 your|these|this|any|more ?sales|marketing|stupid|more|of ?your|these @mails
dont|do_not ..1 keep|continue|go_on @writing|sending|to_email|to_contact|to_write
dont|do_not ..2 use|keep|store|process ..3 my|our|this ..2 @data
dont|do_not reply|answer|respond|get_back ..3 again|ever
dont|do_not follow_up|followup|reach_out|chase ..3 further|again|anymore|any_more|please
dont|do_not follow_up|followup|reach_out $
dont|do_not ..1 call|phone|ring|text ..4 @nomore
dont|do_not ..1 contact|email @me|us|this
nothing more|further|else from ?you
rather|prefer|prefer_that|better ..3 not ..3 @write|hear|receive|get|contacted|be_contacted|be_emailed
rather|prefer|appreciate|grateful|glad|thank ..4 didnt|wouldnt|wont|not|stopped ..3 @write|send|sending|emailed|contacted|writing|emailing|contacting
not ..2 to be contacted|emailed|mailed|approached|written
[optout.no-more-mails 3 raw]
no @mails here|in_this_house
^ not one|one_more|a_single_one|another ?more|one|of ?them|these $
there|let ..2 be|is|will_be no|none|not ..1 second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|another
there ..1 wont|will_not|wouldnt|shant|neednt be a|another ..1 third|fourth|fifth|sixth|seventh|eighth|five|four|six|next|7th|6th|5th|4th
rather|hope|prefer ..3 there wasnt|werent|isnt|wont ..3
never|not ..3 receiving|receive|get|getting ..2 this|these|it ..1 again
make_sure|see ..3 dont|do_not|never|nothing|no ..3 get|receive|arrives|arrive|comes|come ..4 @mails|again|here|any
free of your @mails
no ?more|further @mails either|whatsoever|of_any_kind|of_any_sort|ever|at_all|from_you|for_me|for_us|to_me|to_us
nae mair ..2
no ..1 further ..2 contact|communication|correspondence|emails|messages ..2 wanted|desired|needed|required|necessary|welcome|please
no ..1 cold|unsolicited|marketing|sales|advertising|promotional @mails ..2 policy|pledge|rule|please|here|thanks
rule|policy ..5 no ..1 cold|unsolicited|marketing|sales @mails|calls
no_idea|dont_know|never_heard|stranger|strangers ..9 that_way
be_sent|sent|send|receive|get|gets nothing ..1 further|more ?from_you|please|again $
nothing ..1 more|further ?to be_sent|is_sent|sent|mailed|emailed
last ..1 email|mail|message|letter ..2 between us
last ..3 i ..2 want|wish|need|intend ..2 read|see|get|receive
scrub @me|my|our
no more of ?any them|these|those|this|it|that
^ no more plz|pls|please|thx|ta $
last ..4 i|we ?ever ?will hear|see|get|read|receive ..2 from|of
last|final ..3 from_you|of_you|of_these|of_this|of_it
no more|further|additional|other|new|future ?of ?your|sales|marketing|such|these|of|unsolicited|cold|spam|more @mails !rates
no|not more|another|one_more|a_single ?single ?more|further email|mail|message ?please|pls|ever|thanks|thx|from $
no contact|communication ?please|pls|whatsoever|at_all|of_any_kind $
^ no emails|mails|spam|more|solicitation|advertising|marketing $
^ no more $
^ no more please|thanks|pls|thx $
^ no more of this
dont|do_not ..2 hear from ?@you
never|not ..3 hear from ?@you ..3 again
last email|mail|message|one|time ..5 receive|send|get|from_you|hear
let|make ..2 this|that ..2 be ..2 last
should|must|better|will be ..1 your|the last email|mail|message|one
no need ..2 contact|write|email|follow_up|reach_out|message|chase ..3 again|further|anymore|any_more|@me
would not|wont ..2 need ..3 contact|email ..2 again
[optout.leave-me-alone 3]
leave ..3 staff|team|people|family|colleagues|company|office|employees alone
if you|u ..2 @write|emails|mails|contact @me again ..6
getting|get|gets on my nerves
harrassment|harrasment|harrassing|harassment
can|could you|u not $$
leave @me|my_team|my_people|our_team alone|be|in_peace|the_hell|the_fuck
leave my|our inbox|company|team ..2 alone
go away
get lost
piss|fuck|bugger|sod|naff|eff|f|buzz|clear|shove off
jog on
^ scram|shoo|begone|vamoose
fuck|screw you|u|off|this
shove|stick !to !with ..2 it|this|your
get|stay|keep out_of my|our inbox|mailbox|hair
get off my|our|me
^ do_one $$
spare @me
save your|the breath
[optout.lose-address 3]
forget ..2 you ..2 found|met|heard|wrote|saw|have
lose|bin|burn|shred|forget|tear_up ..1 my|this|our|the address|number|email|details|card|contact
forget ..2 i|we exist|existed
forget about me|us
strike|cross ..2 my|our name
[optout.unsolicited 3]
blocked and_reported|and_deleted
reported|reporting ..1 to the ico|ftc|regulator|authorities|police
as|marked|mark do_not_contact|do_not_mail|do_not_email|gone_away
blocklist|blacklist|block_list|blocked_list|killfile
sent|goes|went|gone|moved|straight ..3 to|in|into ..2 spam|bin|trash|junk|rubbish !sorry
youre|you_are|ur|youve_been|you_have_been ?now ?hereby blocked|blacklisted|banned|reported
unsolicited ..1 email|emails|mail|mails|message|messages|commercial|marketing|advertising|contact|communications|electronic|spam|bulk
this|that|it|yours ?email|mail|message|is|was|looks|looks_like|just|clearly|pure|nothing_but ?is|like|just|unsolicited spam|scam|harassment|phishing !folder|filter|box
^ spam $
^ spammer|spammers|scam|scammer|junk $
you|u are|r|re ?a|just|nothing_but spammer|spammers|spamming|harassing
youre spamming|a_spammer|harassing|spammers
report|reported|reporting|mark|marked|marking|flag|flagged|flagging|treat|treated|class ..5 as|for spam|junk|phishing|abuse
report|reported|reporting ..4 you|this|it|your ..5 ftc|ico|authorities|authority|spam|abuse|provider|regulator|commissioner|police|host|isp|google|spamcop|legal|cnil|dpa
report|reported|reporting you|your_company|your_domain
block|blocked|blocking|blacklist|blacklisted|blacklisting|block_list ..2 you|your|sender|this_address|this_domain|domain
blocked|blocking|blacklisting $
next|any_more|one_more|another email|mail|message ..6 block|report|lawyer|solicitor|legal|spam|ico|ftc|police|complain|complaint|trash|junk
unwanted ..1 email|emails|mail|mails|communication|communications|contact
consider|treat|regard ..4 harassment|spam
[optout.no-consent 3 raw]
withdraws|revokes ..3 consent|permission
not|havent|without|no ..5 permission|consent ..1 to ..1 write|email|contact|mail
formal|our|my objection ..1 to ..4 contact|contacted|marketing|processing|@mails|being|promotional
never|didnt|did_not|havent|have_not|hadnt ..2 ask|asked|sign|signed|subscribe|subscribed|opt|opted|consent|consented|request|requested|give|given|agreed|agree ..4 this|these|up|emails|mails|newsletter|in|to_this|consent|permission|contacted|list|your_emails|for_this|receive|it|marketing|spam
no|without|lacks|lack ..2 consent|permission|opt_in|legal_basis|lawful_basis
never subscribed|opted|consented
withdraw|revoke|withdrawing|withdrawn ..3 consent|permission
who ..2 gave|give|given ..2 you permission|consent|the_right
[optout.legal 3]
every|all|any ..2 piece|data|details|information ..4 you ..1 hold|have ..6 destroy|delete|erase
next|another|more ..8 regulator|ico|ftc|spam|lawyer|bin
radio silence
calling|call|contact|contacting|speak_to|talk_to|instruct|informing|inform|tell|involve ..3 lawyer|lawyers|solicitor|solicitors|attorney|attorneys|police|authorities|ico
article|art # ..8 erased|deleted|erasure|delete|erase|object|removed|data
have ..2 my ..2 data|details|information erased|deleted|removed|destroyed
formal ..1 request ..8 data|erasure|removal|deletion|erased|deleted
no|lack|without ..1 legal|lawful ..1 basis|grounds
object ..3 to ..3 processing|use|direct_marketing|marketing|contact|further|any_further|your_processing|receiving
objects ..6 processing|direct_marketing|marketing
cease and desist
under|per|pursuant|accordance|article|art|citing ..4 gdpr|can_spam|ccpa|casl|pecr|canspam|dsgvo|data_protection ..12 delete|remove|erase|stop|cease|unsubscribe|request|demand|object|erasure|confirm
gdpr|ccpa|casl|pecr ..2 request|erasure|deletion|removal|violation|breach|complaint|objection|right|rights
violation|breach|violates|violating|contravention|contrary|illegal|unlawful ..4 gdpr|can_spam|ccpa|casl|pecr|law|data_protection|regulation|regulations|privacy
complain|complaint|complaints ..6 ico|ftc|authority|information_commissioner|commissioner|regulator|data_protection|supervisory
legal action|steps|proceedings
lawyer|solicitor|attorney|solicitors|lawyers ..6 hear|contact|touch|informed|instruct|next|letter
hear from|my ?my ?our lawyer|solicitor|attorney|solicitors|lawyers|legal
can_spam act|law|violation|requires
do_not_contact|dnc|do_not_call list|register|registry
suppression list
remove ..4 future|further ..3 mailings|communications|correspondence|emails
[optout.enough 2]
done with these|this|you|your|it
enough now|already|please $
dont|do_not want these|yours
get_rid_of it|me|my|that|them
whoever ..2 sold|gave ..3 my
fifth|fourth|third|tenth|second ..1 time ..6 asking|ask|asked|telling|told|saying
^ enough $
enough ?already|is|of ?already|enough|this|these|your|with @mails|enough|already
sick|tired|fed_up|had_enough ?and_tired of|with ..2 @mails|you|this|these|your
too many|much ..2 @mails|of_these ..3 from_you|already|you_send|from_your
how many times ..5 tell|say|ask|told|must|unsubscribe|have_to|need
fifth|sixth|seventh|fourth|third|tenth ?time|email|mail|message ..6 stop|enough|no
[optout.not-welcome 2]
dont|do_not|doesnt|never ..1 do|accept|want|read|open|answer ..2 cold|unsolicited|marketing ..1 @mails|calls
consider ..4 thread|conversation|correspondence|exchange|file ..5 closed|ended|over
unwelcome
emails|mails|messages|letters ..3 unwelcome|not_welcome|unwanted|annoying
not|no ?longer|more welcome
dont|do_not bother|bother_me|waste ?your|my|our|writing|again|me|us
stop wasting my|our|your time
quit wasting my|our time
wasting my|our time
[optout.not-monitored-person 2]
deceased|passed_away|died ..12 remove|update|delete|stop

[optout.as-if-gone 3 raw]
as_if|as_though ..6 never ..2 been|given|had|seen|known
as_if|as_though ..2 werent|wasnt|hadnt|werent_there
as_if|as_though|pretend|imagine|assume|suppose|like ..3 i|we|this|my|our|you|us ..3 never|not|no_longer|didnt|dont|doesnt ..2 exist|existed|exists|met|heard|found|written|wrote|was|were|born
as_if|as_though|pretend ..2 i|we ..1 dead|died|moved_to_mars|moved_to_the_moon
nothing ..4 me ..1 happier than ..6 without you
[optout.last-one 3 raw]
pleasure|delighted|happy|happier|pleased|glad|lovely|nice|relief|joy|hope|treat|delight|grateful|thankful|wish|bliss ..6 last ..1 one|mail|email|message|letter|i_hear|i_heard|time|of_it|of_these|of_them $
pleasure|delighted|happy|happier|pleased|glad|lovely|nice|relief|joy|treat|delight|grateful|thankful|bliss ..3 if|that|were|to ..4 the last $
consider|call|make ..2 this ?to_be ?our|the last ..1 conversation|exchange|contact|letter|correspondence|one|message
there|this ?one ?will|shall|had_better|must|need ..2 not ?to be ..1 next_one|another_one|another_mail|another_email|another_letter|a_next|second_one
[optout.name-out 3]
pop|whip|nip|fish|pluck|weed|winkle|blot ..1 @my|me|us ?name|address|email ..1 out|off
blocking ..2 reporting|you|this|sender
[optout.out-of-life 3 raw]
out_of my|our life|lives|inbox|hair|way|existence
[optout.strangers 3 raw]
agree|say|pretend|suppose|settle|suggest|propose|assume ..6 never|not|dont|didnt ..2 met|meet|know|known|found|acquainted|spoke|crossed
remain|stay|part strangers|unacquainted
[optout.unread 3 raw]
deleted|binned|shredded|trashed|discarded|unopened ..2 unread|unopened|unseen ..8 stop|bother|spare|save|trouble
line|pen ..2 through ..2 name
requires|require|requests|request|demands|insists|instructs ..4 all|any|every ..2 contact|marketing|communication|correspondence ..4 end|cease|stop
cease|end|discontinue ..1 all|any ?further|marketing|commercial contact|communication|correspondence|mailings|marketing
[optout.among-contacts 3 raw]
no ..1 wish|desire|appetite ..1 for|of ..1 further|more|any ..1 @mails
no_longer|not|dont|doesnt ..3 wish|wishes|want|wants|like|care ..2 remain|stay|be|feature|appear ..3 contacts|list|lists|files|records|addresses
[optout.you-must-cease 3 raw]
you ..1 must|shall|are_to|are_required_to ..1 cease|stop|desist
send nothing ..1 to|here|more|further|else
[optout.next-one 3 raw firm]
next ?one ?mail|email|message|letter|of ..4 goes|go|will_go|lands|ends|gets_forwarded|is_forwarded|gets_passed|is_going|i_forward|ill_forward|will_be_forwarded ..3 lawyer|lawyers|solicitor|solicitors|legal|attorney|barrister|counsel|bin|ico|regulator|trash|spam|junk|watchdog
one more ..4 and|or|then ..6 lawyer|lawyers|solicitor|solicitors|legal|attorney|regulator|ico|block|blocked|report|complaint|police|blacklist
if ..4 anything|one|another|something|mail|message|more ..4 shows_up|turns_up|arrives|lands|comes|pops_up|appears|drops ..3 again|here
if i|we ..2 hear|get|see|find|receive ..4 again|one_more|another_one|another_mail|another_email
[optout.into-spam 3 raw firm]
youve|you_have|you|yours|everything|anything ..4 added|moved|go|goes|going|sent|straight|filed|live|lives|end|in|consigned|on ..4 junk|spam|kill|block|ignore ..1 rules|rule|filter|list|folder|file|bin from_now|from_today|now|henceforth|already|forever|for_good|too|save ..2
youve|you_have|you_are|youre ..2 been ..2 added ..2 ?my|our ..1 junk|spam|kill|block
spam|junk filter ..4 has|gets|will_have|takes|can_have|is_taking|will_take you|yours|care_of_you
[optout.on-behalf 3 raw]
asked|asks|instructed|told|wants|requested ..4 let|tell|inform ..3 know|you ..6 doesnt|does_not|not|dont|no ..4 want|wish|get|receive|these|emails|hear|contacted|longer
make_sure|see_to_it|ensure ..4 isnt|arent|not|is_not|are_not|never ..2 written|contacted|emailed|mailed|bothered|approached|on|sent
so_that|so|records ..4 not|arent|isnt contacted|emailed|approached|mailed|bothered|disturbed
mr|mrs|ms|dr|he|she|they|him|her|boss|client|husband|wife|mother|father|manager|director|owner ..6 not ..2 wish|want|like|care|wants|wishes ..2 to_be ..1 contacted|approached|emailed|written|solicited|disturbed|mailed|bothered ?again
asked|asks|instructed|told|wants me|us ..3 tell|let|inform|ask|say ..4 not|no|stop ..4 contact|contacted|write|emails|mails|writing|emailing|further|again
nothing ..2 more|further|else ..2 is_sent|be_sent|gets_sent|sent|comes|arrives ..3 here|him|her|this|us|me
see_to_it|make_sure|ensure ..3 nothing|no ..2 more|further|else
[optout.statute 3 raw]
can_spam|canspam|casl|pecr ..1 gives|give|requires|require|allows|obliges|obligates|applies|says|grants|reg|regulation|act|act_2003
pecr|casl|can_spam|canspam ..6 consent|fine|fines|penalty|penalties|offence|breach|stop|erase|opt_out|remove
business|working days ..6 can_spam|canspam|casl
[optout.let-go 3 raw]
off switch
is_there|wheres|where_is ..2 off button|switch
forget ..2 you ?have ever ..2 
act|carry_on|behave|proceed ..2 as_though|as_if ..5 never|didnt|not ..2 exist|existed|written|heard
cross|strike|rub|scratch ..1 @my name ..2 
not|no another|more word|line|peep|syllable from_you|please|ever|out_of_you|again
// ---- look-alikes of opt-outs
[guard.thread 3]
take|drop|remove|leave|move|get @me off|out|from ..2 thread|cc|copy|chain|loop|bcc|invite|invitation|call|hook|conversation|discussion|email_chain
take|move|switch|upgrade|transfer ..2 @me|my|our ..6 onto|and_put|to_the_paid|and_move|and_onto|and_into
remove|delete|drop|strike|take ..2 item|items|line|lines|position|positions|clause|paragraph|column|product|module|option|third|second|first|last|fourth|fee|charge|setup ..4 from|off|out
remove|delete|drop|take ..3 from|off|out ..2 quote|quotation|offer|proposal|contract|invoice|order|agreement|cart|invite|agenda|estimate|price
take ..3 off|out ..1 hands|plate|shoulders|mind|desk
take @me off ..2 waiting|wait|trial|free|standby|pilot|demo|beta|basic ..1 list|plan|version|tier|account
[guard.another-leaves 3 raw]
remove|take|delete|drop ..1 my|our ..2 colleague|predecessor|coworker|boss|manager|assistant|successor|partner ..5 off|from ..2 @list
[guard.unasked-but 3 raw]
never|didnt|did_not|havent|have_not|hadnt ..1 ask|asked|request|requested|sign|signed|subscribe|subscribed ..4 but ..5 useful|interesting|interested|like|liked|good|helpful|handy|glad|curious|timely|more|price|neat|great|nice|fine|welcome
[guard.other-paper 3 raw]
no|enough|stop|without ?more|further|of|with|sending ?me|us ?the|any|all|these|those|your|glossy|long ..1 brochures|brochure|pdf|pdfs|slides|slide|decks|deck|powerpoint|powerpoints|catalogues|catalogs|catalogue|whitepapers|white_papers|leaflets|attachments|videos|links|screenshots|flyers|theory|buzzwords|jargon|spreadsheets
dont|do_not|never send|mail|email ?me|us ?any|another|more|a|the ?more ?big|large ..1 brochures|brochure|pdf|pdfs|slides|deck|catalogue|attachments|attachment|videos|links|calendar_link
[guard.footer 3 raw]
want|wish|like|prefer|need ..2 you to unsubscribe|stop
do|would|if you|youd ..1 want|wish|like|prefer|rather ..3 unsubscribe|opt_out|stop_receiving|not_receive
to unsubscribe ..2 click|follow|use|visit|reply|go|press|tap
[guard.complained-of 3 raw]
our|my ..2 mail|mails|email|emails|messages|newsletter|newsletters|invoices|quotes|domain ..3 get|gets|got|are|is|were|keep|end|land|go ..3 flagged|marked|spam|blocked|reported ..4
customer|client|someone|somebody|people|patient|guest|reader|neighbour ..2 report|reported|reports|complained|complains|sued|threatened ..1 us
nearly|almost|about_to|was_going_to|going_to ..1 hit|press|delete|deleted|bin|binned|unsubscribe
does|do|will|would|when|how|what ..6 delete|deletes|erase|wipe|keep ..2 data|records|everything ..6 contract|subscription|cancel|cancelling|end|leave|days|straight_away
[guard.call-not-write 3 raw]
^ call|ring|phone ?me ?us ?please ..1 dont|do_not|not|never write|email|mail|message|text
our|we ..4 unsubscribe|opt_out|opt_outs|unsubscribes ?link|links|page|pages|rate|process|button|buttons|flow
[guard.duplicates 3 raw]
remove|removes|delete|deletes|drop|drops|take|takes|clean|cleans|strip|strips ..3 duplicate|duplicates|doubles|doublets|bounces|typos|dead_addresses ..2 list|lists|database|file|records
[guard.old-address 3 raw]
dont|do_not|stop|no_longer ..3 @write|send|sending|writing|emailing|mailing ..2 to|at ..2 old|former|previous|wrong|other ..1 @data
use|to|here ..2 this|new|my_new ..1 one|address|account|email ..1 instead
[guard.their-readers 3 raw]
customers|clients|people|users|subscribers|members|readers|recipients|contacts|patients|guests|donors|fans|parents|they ..4 write|say|tell|reply|answer|ask|click|hit|shout|text ..5 stop|unsubscribe|no_more|remove|opt_out|off|leave
customers|clients|people|users|subscribers|members|readers|recipients|contacts|patients|guests|donors|parents ..4 unsubscribe|unsubscribes|unsubscribed|opt_out|opted_out
where|how|does|do|is|can ..3 recipients|recipient|readers|people|customers|contacts|they|someone|somebody|anyone ..4 unsubscribe|opt_out|opted
unsubscribe ?link|button|header|footer|page ..4 your tool|system|software|product|platform|mails_your
[guard.stop-other 3 raw]
opt|opting|opted out of ..3 renewal|contract|plan|warranty|insurance|extension|clause|trial|scheme|module|option|auto_renewal|rollover
one|two|once|half|either ..3 is|was|are enough
remove|take|delete|drop|strike|cancel ..4 from|off|out_of our|their ..2 @list
stop|stopping|stops|stopped by|in|at|over|off|when|being|us|them|it_from|him|her|people|losing|having|doing|using|paying|working|wasting_hours|guessing|talking|thinking|laughing|reading|growing|chasing_invoices|chasing_customers|chasing_suppliers|chasing_payments
stop talking|thinking|laughing|reading|smiling|wondering
non stop
full stop
one|next|last|first|bus|truck|tour|pit|tram stop
dont|do_not|cant|couldnt|could_not|cannot|never|please_dont|wont|not|didnt stop|unsubscribe|remove|delete|take|give_up
dont|do_not|not|please_dont ..1 take|remove|delete|drop|unsubscribe ..2 @me|my|our
without ?having_to|us stopping|stop
stop sending|emailing|mailing|writing ..2 paper|invoices|spreadsheets|files|pdfs|excel|documents|reports|orders|letters_by|faxes|each_other|around|quotes_by|things_back
[guard.unsubscribe-other 3 raw]
unsubscribed|unsubscribing from ?the ?all # ..2
unsubscribed from ..3 tools|newsletters|services|platforms|others|everyone
unsubscribe|unsubscribes|opt_out|optout|spam rate|rates|numbers|list|lists|handling|management|page|process|workflow|feature|figures|complaint|complaints|filter|filters|folder|folders|score|trap|traps|compliance|statistics|stats|percentage
unsubscribe|unsubscribing from|to my|our|their|current|netflix|another|the_other|that_other
customers|clients|people|users|subscribers|members|readers|recipients|contacts|they|everyone|nobody ..2 unsubscribe|unsubscribed|unsubscribing|opt_out|opting_out|opted
thumb|finger|cursor|mouse|tempted|almost|nearly|about_to|going_to|was_going|close_to|inches ..5 unsubscribe|delete|unsubscribing|deleting|stop
does|do|can|how_does|is|are ..4 handle|support|manage|process|honour|honor|automate ..3 unsubscribe|unsubscribes|opt_outs|optouts|opt_out
ended_up|landed|found|was|get|got|gets|end_up|fished|rescued|caught|stuck|hiding ..3 in|into|from|out_of|through|past|by ..1 spam|junk
our|my spam|junk folder|filter|box
spam folder|filter|box|trap|problem|problems
not|isnt|wasnt ?a spam|scam
delete|remove|erase data|records ..4 after|automatically|when
[guard.dont-before 3 raw]
nearly|almost|took|taken ..3 off ..2 blacklist|blocklist|spam
nearly|almost ..2 reported
forget my own name
@me from ..2 shortlist|short_list
promised my|our|the|them ..4
enough ..2 about|of_that
sorry|apologies|apologise|pardon|forgive ..4 radio_silence
apologies|sorry|first_one|first|had ..8 went|gone|landed ..2 to|in|into ..1 spam|junk
last|other|others|another|previous|whole|everyone ..4 to stop
blocked|block ..4 by_mistake|by_accident|unblocked
unsubscribe from this|the year|old|other|world|life|present|current
unsubscribe from my|our|their
time ..4 asked|asking for|about
back ..1 out
no|dont|do_not ..2 emails|mails|email|mail|write ..3 just|rather|better|only|instead|simply ..1 call|ring|phone|text|whatsapp
want|like|need my|our trainees|customers|clients|patients|guests|users|members|tenants|pupils|students|residents|drivers ..1 getting|to|receiving|being
before you|u delete|remove|unsubscribe|bin|drop|cross|take ..3
dont|do_not|never write|count @me off|out
dont|do_not|not|never|no ?ever @write|call|phone|ring|email|contact|send ..4 on_my_mobile|on_mobile|on_a_monday|during|by_phone|on_mondays|in_the_morning
dont|do_not ..1 contact|email|write|send ..5 but_call|just_call|call_me|instead|use_my|use_this
dont|do_not ..1 forget|hesitate|worry
dont|do_not ..1 email|write ..2 email|write|mail ..2 call|come|ring
[guard.legit-questions 3 raw]
is|are|was this|it|you|that ..3 spam|scam|phishing|a_bot
or ..2 spam|scam
are|is ..3 gdpr|ccpa compliant|ready|certified|conform
gdpr compliant|compliance|conform|ready|proof|certified
can_spam compliant|compliance
our|my|their lawyer|lawyers|legal|solicitor|solicitors|attorney ..4 review|look|check|read|approve|sign|want|need

// ---- turns of phrase
[decline.idiom 3 raw]
when pigs|hell|cows ..2 fly|freezes|come_home
twelfth_of never
over my|our dead
not ..2 cup_of_tea
wouldnt touch ..4 pole|bargepole
were|we_are|im|am spoken_for|spoken for
hard|thats|its ?a pass|no $
coals to
isnt|not ..1 happening $
[decline.settled 3 raw]
board|council|committee|partners|boss|owner|members|trustees|head_office ..4 voted|turned|threw|vetoed|decided|ruled|said ..4 against|down|out|otherwise|no|not
vetoed|outvoted|overruled
runner_up|came second
went|gone|going ..1 with|for ..3 other|another|competitor|rival|cheaper|lot|local
decision ..3 against
dead in_the_water
door is|s shut|closed
bought|chose|picked ..1 different|another ..3
[decline.managed 2 raw]
manage|managed|cope|coping|muddle ..3 fine|ourselves|without|perfectly|nicely
see no reason|cause|need
aint broke
carry|carrying|stick|sticking|staying ..2 on|with ..3 paper|as_we|same|usual|old|present
id|would ..1 still rather
our usual people|man|firm|supplier|chap
[defer.remind 3]
remind|reminder|nudge|prod ..6
send|post|email ..1 it|this|that|me ..2 again ..4
sending|send ..2 again
give|giving it|me|us|him|her ..2 week|fortnight|month|weeks|months|days ..3
from the|# ..3 can|could|ill|il|free|yours
[interested.terms 3]
depends ..2 price|cost|how_much
if ..12 deal|im_in|sign|ill_take|wed_take|count_me_in|got_yourself
half|halve|knock ..4 off|in|deal|that ..4
what ..2 got ..3 for
how would|do ..2 go_about ..4
smallest|minimum ..3 order|batch|run|quantity
[wrong.unknown 3 raw]
no idea|clue who ..4
twin brother|sister
wrong|other|different ..1 branch|town|surgery|parish|namesake

// ---- wrong door
[wrong.door 2 raw]
reached|got|found|contacted ..3 private|wrong|residential ..3
ive|i|she|he|have|has ..2 retired ..3
sold|closed|shut|wound ..2 the|my|our|up ..1 business|shop|practice|farm|firm|pub ..3
passed|died ..1 away|in|last ..3
same|similar name|surname ..3
never ..1 worked ..1 there|for ..2
must ..1 be|mean|want|have ..2 my_brother|my_father|the_other|another|someone_else ..3
moved ..1 jobs|departments ..3
`
