package replies

// lexiconEN is how people say it in English.
const lexiconEN = optOutsEN + `
def time = monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|tomorrow|today|tonight|morning|afternoon|noon|lunch|lunchtime|am|pm|oclock|tmrw|tomoz|2moro|evening
def meet = call|meeting|demo|chat|demonstration|appointment|walkthrough|walk_through|conversation|visit|session|zoom|coffee|phone_call|video_call|intro_call|discovery_call|catch_up|catchup|teams_call|talk|site_visit|huddle|sitdown|meet
def talk = talk|speak|chat|meet|connect|catch_up|get_together|sit_down|discuss|hop_on|jump_on

// ---- meetings
[meeting.works 3]
@time ..5 works|suits|is_good|is_fine|is_ok|is_okay|is_great|is_perfect|sounds_good|would_work|would_suit|would_be_good|would_be_fine|would_be_best|good_for_me|fine_by_me|would_be_great|is_better|is_best|would_be_better|fits|looks_good|ok_for_me|it_is|then|confirmed|is_possible|could_work|might_work|will_do|does_it
works|suits|fine|free|available|perfect|open|ok|okay|doable|better ..5 @time !i_am
good ..3 monday|tuesday|wednesday|thursday|friday|tomorrow|today|mon|tue|tues|wed|thu|thurs|fri
# works|suits|is_good|is_fine|good|works_for|ok|fine ..2 me|us
^ see|meet|speak|talk ..1 you ..2 @time|then|there
i|im|we|were ..3 free|available|around|in ..4 @time
you ?are|re|youre free|available|around ..4 @time
[meeting.works-short 1]
^ works|suits|perfect ?for|me|us|fine|well
^ yep|yes|yeah|sure|ok|great ..1 works|suits|works_for_me
that|it|time|date|either|both|any|all works|suits|would_work|is_fine|will_work|would_suit|work ?for|me|us|fine
im|we|i in|game
sounds good|like_a_plan|great
[meeting.call-me 3]
call|ring|phone|buzz|dial ..1 me|us|my|our|mobile|cell ..4 @time|before|after|between|on_#|this|now|anytime|any_time|back|when_you
give ..1 me|us ..2 call|ring|bell|buzz|shout_on
call|ring|phone|buzz ..1 me|us
reach|get|catch|try ?me ..2 on|at|my|the ..3 mobile|cell|phone|number|desk|landline
prefer|rather ..3 phone|telephone|call|voice
call|ring|phone # 
my ..2 number|mobile|cell|direct_line|phone ..1 is
can|could|may|shall|will|would|lets|let_us|let_me|should|happy_to|glad_to|love_to|like_to|want_to|open_to|willing_to|we ..3 @talk ..8 @time|week|#|minutes|mins|call|phone|teams|zoom|person
lets|let_us @talk !about_it_internally
lets|let_us ..2 have|do|set|schedule|book|arrange|get|find|put|make|hop|jump|fix|organise|organize ..4 @meet|time|date|slot
[meeting.arrange 3]
grab|have|get|for|buy ..3 coffee|lunch|beer|pint|tea
call|ring|phone whenever|anytime|any_time
you pick|choose|name ..1 the|a day|time|date
come|pop ..2 show|see us|me|it
sooner|rather|prefer talk|speak|chat ..2 than
confirmed ..1 for ..2
any evening|morning|afternoon ..2 after|before|this|next|#
dial in|into
pick|pick_it ..1 up the phone
can|could|shall|may ..1 we ..1 say|start|do|make ..3 # 
would|does|will ..5 suit|work ?for ?you|us|me $
got|have ..2 time ..2 this|tomorrow|today|on|now|next
present|presentation to|for ..3 team|board|management|us
wide open
set|setup|schedule|book|arrange|organise|organize|fix|put|plan|pencil ..1 ?up ..3 @meet
set|setup|schedule|book|arrange|organise|fix|find|block|pencil ..4 time|slot|half_an_hour|half_hour|minutes ..3 talk|speak|chat|meet|call|discuss|me|us|you|in
have|do|hop_on|jump_on|get_on|join|take|host|grab ..2 quick|short|brief|a|the|minute|proper|live ..1 @meet ..6 @time|week
up|open|ready|keen|happy|game|willing|prepared for|to ..4 @meet|talk|speak|chat
when ..5 @talk|call|meet|meeting|free|available|visit|come|demo|show
when|what_time|which_day ..3 suits|works|good|best ..2 you
what|which ..2 times|time|day|days|slot|slots|dates ..5 work|works|suit|suits|free|have|good|available
send|share|give|offer|suggest|propose|drop|whats|let_me_have ..4 availability|calendar|calendly|invite|invitation|slots|teams|zoom|meeting_link|booking_link|diary|dial_in
send|suggest|propose|offer|give|share ..3 some|few|couple|a|your ..2 times|dates|slots|time|options_for|date
grab|pick|book|choose|find|take ..3 slot|slots|time ..4 
book ..4 calendar|diary|calendly
calendly|hubspot_meetings|bookings
invite|invitation ..3 to_both|to_me|to_us|please|for_@time
send|sending ..2 invite|invitation|calendar
put ..3 in_the|in_my|in_our diary|calendar
add ..5 to_the|to invite|call|meeting
[meeting.visit 3]
come|pop|swing|drop|visit|stop ..3 @time
pick ..3 green|slot|time|whatever|free|one
my|our calendar|calendly|diary|booking
come|stop|drop|swing|pop|pass|call by|over|round|in|down|along|past|to_see|to_our|to_the|up|and_see
visit us|our|me|the
come|drop|stop ..2 by|in|over|round|past ..6 @time
show|demo|walk @me|it|the ..8 @time
you|youve|have got|get|can_have|have # minutes|mins|min
you can|may come|visit|call|ring|phone|show
you|youve|ill_give_you ..2 fifteen|ten|five|twenty|thirty|half minutes|mins|an_hour
[meeting.time-asked 3]
^ ?how_about|what_about|say|maybe|perhaps|or|either|can_do|could_do|could_we_do|can_we_do|make_it|lets_say|try|then @time ..4 #
how_about|what_about|say|lets_say|could_we|can_we|could_you|can_you|shall_we|make_it|lets_make_it|i_can|i_could|we_can|we_could|could_do|can_do|do ..5 @time|next_week|#_am|#_pm|this_week
@time ..4 or @time ..8
move|reschedule|push|shift|postpone|rearrange|bring ..4 to|it|call|meeting|until|till ..6 @time|#|week|earlier|later|same_day
cant|cannot|wont|not ..2 do|make ..2 @time ..6 could|can|but|how|what
can|could you ?do|make|manage ..3 @time|#
[meeting.confirm 3]
confirm|confirmed|confirming|accept|accepted|accepting ..4 call|meeting|appointment|time|slot|invite|invitation|demo|@time
has|have accepted|proposed ..3 invitation|time|meeting
new_time_proposed|proposing_a_new_time|propose_new_time
look|looking forward ..3 call|meeting|talking|speaking|meeting_you|demo|seeing_you|chat|our_@meet
speak|talk|see|meet|chat|call|catch ..2 then|@time|next_week|at_#
[meeting.demo-want 2]
want|like|love|need|give|have|book|see|get|arrange|schedule|show|request ..4 demo|demonstration|walkthrough|walk_through !account|version|video|access|login|environment|licence|license
demo please|pls
can|could|would you ?please ..1 demo|show_us|show_me|present|walk_us|walk_me
happy|glad|willing|open|keen|prepared|love|like ..2 to|for ..2 @talk|call|meeting|chat|conversation|demo
[meeting.worth-call 2]
worth ..3 call|chat|conversation|talking|meeting
quick|short|brief|five_minute|ten_minute|#_minute call|chat|meeting|conversation

// ---- interest
[interested.say 3]
up for ..2 trying|it|that|a
must|should|has ..2 be ..2 better ..1 way
thats us exactly|precisely|alright
exactly us|our
colour|color me
^ intrigued|curious|interested|tempted
looking|searching|hunting|been_looking|been_after ..2 for|after ..2 something|someone|this|exactly|a_tool|a_solution|a_way|like_this
what_weve_been|what_we_have_been|what_i_have_been|what_ive_been ..2 after|looking|needing|waiting
sounds_like what|exactly|just
i|we can ..1 sign it|that|this|off
if ..3 under|below|less_than # ..6 i|we can|could|will
i|we ?really|do|urgently need|want|could_use|could_do_with something|somebody|someone|help|better|a_better|a_solution|exactly
im|am|were|are|be|definitely|very|really|quite|certainly|could_be|might_be|would_be|id_be|wed_be|always|potentially|genuinely|also|i|we|still|rather|pretty|super ?very|definitely|really|quite|certainly|potentially|possibly|genuinely|also|still interested|intrigued|keen|curious !parties|party
yes ?please|we|i ..1 interested
^ interested ?in|yes|please|tell|send|what|how
interest|interests us|me
caught|got|have|has|piqued|peaked|grabbed my|our interest|attention|eye|curiosity
id|i|we|wed|would ?would|really|very|certainly love|like|be_keen|be_happy|be_interested|be_glad ..2 to ..2 know|see|learn|hear|try|explore|understand|read|test|receive|have|get|find ..2 !less
like the|your sound|idea|look|approach
[interested.sounds 2]
sounds|looks|seems|thats|this_is|thats|it_is|its|is ..1 ?quite|very|really|pretty|super|exactly|actually|genuinely interesting|promising|intriguing|useful|exactly_what|just_what|perfect|brilliant|amazing|fantastic|helpful|relevant|worth
exactly|just what ?we|i need|needed|were|are|looking
this|that could|might|would|may ..1 ?really|actually|well help|work|solve|save|be_useful|be_interesting|fit|be_what|be_helpful
great|good|perfect|excellent timing
timing ..2 is|couldnt|could_not ..2 good|great|perfect|better|excellent
[interested.tell-more 3]
what next|now $
got a ..1 video|sample|example|leaflet
which ..2 plan|package|version|tier
how long ..6 go_live|take|implement|set_up
how ..1 does|do|would ..1 billing|pricing|payment|contract|onboarding work
would|will|could|can your|the ..1 tool|system|software|product|app|service ..6
three quotes|quotations|bids
show me what
what ..2 have|can|could|would you ..1 got|offer|suggest|do_for|show|recommend
sign me|us up
add|put|count me|us ..1 to|in|down|on ..3 pilot|trial|test|list_for|demo|waiting
what ..2 need|want ..2 from ..1 me|us
would|could|can|will|does|might it|this|that ..2 help|solve|fix|work|handle|cope|do ..3 that|this|with|us|our|for
open to ..2 offers|suggestions|ideas|it|alternatives
lie awake
be ..2 invited
is that|this|it possible|doable|feasible
you_got|youve_got|you_have|got me
what do|would|should i|we need|have ..2 to ?do ?know
whats|what_is involved|required
tell ..2 me|us ..2 more|about
know|learn|hear|see|read|find_out ..2 more ?about|on|from
more ?detailed|written info|information|details|detail|infos|material|materials
tell|say ..1 more
go on|ahead ?then|and|please
^ go_for_it|go_ahead|shoot|fire_away|hit_me|bring_it_on|do_tell|tell_me
im_listening|all_ears|have_my_attention|got_my_attention
what|whats|what_are ..2 next steps|step
how ..2 do|can|could|would we|i|you ?get|proceed|start|begin|move|go|sign|take get|started|proceed|start|forward|begin|ahead|up|order|buy|further
get|getting|move|take|moving ..3 started|going|forward|next_step|to_the_next|ball_rolling|further
keep|keep_me|keep_us talking|posted|informed
[interested.send 3]
send ?me|us|it|them|that|those|this|over|through|on|along|a|the|your|some|anything|whatever|any|please|across|me_the|us_the|me_your|us_your|me_a|us_a !the_link|an_invite|invite|invitation|to
send ..4 over|across|through|along|on_over|my_way|our_way
send|share|forward|email|mail|provide|give|attach|submit|supply|pass|show|let_me_have|let_us_have|get ..5 info|information|details|brochure|brochures|deck|overview|summary|one_pager|pdf|catalogue|catalog|material|materials|case_study|case_studies|study|sample|samples|example|examples|prices|price|pricing|price_list|pricelist|quote|quotation|proposal|offer|estimate|figures|numbers|reference|references|contract|agreement|paperwork|link_to|video|trial|licence|license|terms|spec|specs|datasheet|report|checklist|guide|template|list|comparison|calculation|benchmark|whitepaper|white_paper|article|document|docs|literature|leaflet|page|sheet
^ yes|sure|ok|okay please|pls|plz
^ please|pls|plz ?do|yes $
^ yes|yeah|yep|sure|ok|okay|absolutely|definitely please|pls|send|do|go|why_not|that_would|id_like|wed_like|i_would|we_would|happy_to|of_course
^ please do|send|forward|share|provide|submit|quote|tell|explain|let_me_have|go_ahead|advise
can|could|would|will you ..2 send|share|provide|forward|email|quote|give_me|give_us|show_me|show_us|submit|let_me_have
can|could|may i|we ..2 get_a|get_some|have_a|have_some|see|try
feel_free to send|share
happy|glad|keen|pleased to ..2 see|take_a_look|have_a_look|look|read|receive|review|hear|learn|consider|try|test|evaluate|trial|explore
love|like to ..1 see|try|test|hear|take_a_look|have_a_look
ill|i_will|we_will|well|will ..2 take_a_look|have_a_look|read_it|look_at_it|look_into_it|have_a_read|look_it_over|give_it_a_look|give_it_a_go|give_it_a_try
[interested.no-no 3 raw]
wouldnt|wont|cant|would_not|couldnt|not|never ..2 say no ?to
wouldnt|would_not|dont|not ..2 mind ..2 seeing|a|having|hearing|knowing|trying|looking|if_you|more|getting
not ..3 opposed|averse|against|uninterested|bad_idea|a_bad|impossible|ruling
cant|cannot|could_not|couldnt ..2 wait|hurt|go_on_like|carry_on|keep_going|afford_to_wait|argue_with
why not ?send|show|try|then|lets|i|we|$
^ why_not $
dont|please_dont|do_not|no ..2 stop|give_up|close ..2 !by
nothing to lose
no harm in
not a no
yes and_no
dont|do_not get_me_wrong
isnt|wasnt|not ..1 a no
no ..4 we_want|we_do_want|i_want|i_do_want
^ we|i ?still|really|do|definitely want|need|would_like this|it|that|one|in|your
[buying.price 3]
would|could|can you ..2 do|manage ..2 it|this|that ..1 for # 
something in_writing ..6
can|could we|i ..1 start|begin ..3 
what ..2 would|could|is|are ..1 a|the ..1 first|next step
what ..4 plan|package|tier|version|subscription|licence|license include|cover|cost|come_with
do|can you ..2 take|accept ..2 purchase_orders|po|card|invoice
what ..2 are|is ..2 your terms|conditions
smaller|bigger|cheaper ..1 package|plan|version
paying # ..6 
what ..3 would|will|does|is ..3 be ..3 for #
what ..2 for # ..2 users|people|seats|sites|vans|drivers|staff|employees
do ..2 you ..3 version|plan|package|tier|licence|license|option|edition for|of|that|with
cant justify ..3
how much
how_much|what|whats ..3 cost|costs|charge|pay|price|run_us|set_us|set_me|expensive
what|whats|what_are|what_is|how ..5 price|prices|pricing|cost|costs|rate|rates|fee|fees|tariff|charges|licence|license|subscription|budget_for|ballpark|price_point|price_tag|pricelist
whats_it|what_does_it|what_will_it|what_would_it cost|run|set
price|prices|pricing|cost|costs|quote|quotation|proposal|estimate|price_list|pricelist|ballpark|fees please|pls|plz|thanks|thx|for|$
price|pricing|cost|licence|license|charge|quote|bill|billed ..4 per|for_#|by|each|monthly|annually|annual|yearly|upfront
per seat|user|month|head|site|year|licence|license|location|employee|vehicle|machine ..6 or
send|need|want|like|get|have|provide|request|requesting|submit|see|share|prepare|give|let ..5 quote|quotation|proposal|estimate|pricing|price_list|prices|price|offer|rates|tariff|contract|agreement|invoice|terms|order_form|costs|cost|figures
request ..1 for ..1 quotation|proposal|quote|tender
rfq|rfp|rfi
invite|invited ..4 tender|bid|quote
ballpark figure|price|number|cost
discount|discounts|bulk_price|volume_price|volume_discount|price_break
minimum term|contract|order|commitment|spend
notice_period|contract_length|contract_term|payment_terms|lock_in|locked_in|cancel_any_time|cancellation|termination_terms
setup|set_up|onboarding|installation|implementation ..1 fee|cost|fees|costs|charge|time|take
budget ..3 approved|available|allocated|signed_off|set_aside|is_there|of_#
operating line
[buying.trial 3]
is|any|a|free|there|have|do|offer|try|get|start|run|want|like|some|with ..5 trial|pilot|poc|proof_of_concept|test_account|test_version|demo_account|demo_version|sandbox|free_version|test_drive|sample|trial_period|trial_version
trial|pilot|poc|try|test ..5 before|first|for_a|month|weeks|days|own_data|our_data|with_us|site|depot|shop|branch
can|could|may|able ..4 try|test|trial|pilot ..3 it|this|that|before|first|out
[buying.reference 3]
other|any|another|similar|someone|somebody|anyone ..4 using|use|uses|who ..5 talk|speak|contact|call|visit|ring
reference|references|case_study|case_studies|testimonials|referees ?from|please|of|in|we|customers|customer|you|$
is|are|do|have|got|any|who ..6 customers|customer|clients|companies|firms|someone|anyone|anybody|bakery|shop|school|practice|plant|company|firm|site|business ..4 like|our_size|similar|uses|using|of_our|of_about_our|i_can_talk|we_can_talk|speak|the_same|about_our_size
who else ..3 uses|use|using|works|work|you_work
speak|talk ..3 existing|customer|customers|client|someone_who|one_of_your|other
[buying.fit 2]
does|do|can|will|would|could|is|are ..5 integrate|integrates|integration|integrations|connect|interface|sync|compatible|export|import|api|plug_in|plug_into|talk_to|work_with|works_with|hook_into|support|handle
work|works|run|integrate|integrates|connect|connects|sync|compatible|interface|plays_nicely ..2 with ..1 our|sap|xero|sage|quickbooks|datev|salesforce|hubspot|outlook|excel|dynamics|shopify|teams|oracle|netsuite|odoo|existing
how long|quickly|soon|fast ..8 set_up|setup|install|implement|implementation|up_and_running|get_going|roll_out|rollout|onboard|onboarding|deliver|delivery|lead_time|go_live|start
lead_time|delivery_time|turnaround
[buying.contract 3]
send|sign|signed|have|get|draft|need|review|want|forward ..4 contract|agreement|paperwork|order_form|purchase_order|nda|terms_and_conditions|invoice|msa|dpa
where ..2 do ..1 i|we sign
ready|want|like|decided|going ..2 to|with ..2 buy|order|purchase|sign|go_ahead|go_with_you|proceed|subscribe
place ..2 order
take|buy|order # ..3 licences|licenses|seats|units|of_them

// ---- questions
[question.what-you-do 3]
what ..2 is_it|do|does|are|exactly|precisely|is ..3 you|your|it ?company|product|tool|service|actually|exactly|guys|people|folks|even do|does|sell|selling|offer|offering|doing|want|make|actually_do
what|who ..1 ?exactly|actually|are|is|the_hell ..1 you|your_company|@you
who ..1 are you|u
what is|are|does|do this|that|it|you ..3 about|for|mean|do|talking
whats this|that|it about|regarding|all_about|for
what ..2 is|whats ..3 in_it_for|the_catch|the_point|the_difference|different|special
what|which company ..3 from|with|is_this|are_you
what makes you|this|it
how|what ..4 different|differ|better|compare|compares|difference ..5 
how ..2 does|do|would|did|could|will|is|are it|this|that|you|your ?guys|actually|company|product|exactly|really work|do|help|different|differ|better|compare|know|make
why ..2 should|would|do|are|did|me|us|is
who|where|how ..3 gave|give|got|get|find|found|come|came|obtain|obtained|have ..4 my|our|me|us|name|details|address|email|number|across
where did|have|do you get|got|find|hear|buy
how did|do|have|come you ..3 know|get|got|find|hear|come|end_up
do|did|have we|i|you|us ..2 know|met|meet|talk|spoken|speak|talked|spoke|ordered ..5
have we
did i|we ..5 you|ask|request|talk|meet
remind me ..3 who|what|please|again|where|how
refresh my memory
are|is|r you|this|u|these|it ?guys|really|actually|even a|an|the|some ?real|human|actual ..1 bot|robot|person|human|ai|machine|template|mass|automated|scam|same|company|reseller|manufacturer|agency|software|spam|chatgpt
is ..3 written|generated|sent|automated ..3 ai|bot|robot|automatically|machine|human|person
ai|chatgpt|bot|robot|automated ?generated|or|mail|email|person|human
what|which ..1 do|does|did|is you|that|this|it|fries|he|she|by ..3 mean|refer|referring|talking|mean_by
can|could|would|will|please you ?please|explain ..2 explain|clarify|elaborate|tell_me_what|tell_us_what|remind
where|whats|what_is|what|source ..4 number|figure|figures|statistic|stat|claim|percent|source|numbers ..3 from|come|based
sounds made_up|fishy|too_good
is|are ..2 that|those|it|this|you|they ..2 true|real|legit|serious|sure|for_real|possible|even|certified|accredited|regulated|based|insured
based|located|headquartered where
where ..2 are|is ..2 you|your|data|servers|office|company|hosted|stored ..2
gdpr|dsgvo|iso|soc ?#|compliant|certified|27001 
is|are|where|who|what|how ..4 data ..4 stored|hosted|safe|secure|kept|hold|see|access|happens|protected
dont|didnt|do_not|not|cant|cannot ..2 understand|clear|follow|see|get|place_you|recall|remember|tell ..3 what|how|who|where|why|you|which|if|it|an_earlier|any
i|we dont|do_not|cant|cannot ..1 recall|remember|place ..4 you|we|this|meeting|it
not clear|sure|quite ..3 what|how|who|understand
confused
[question.objection 2]
wouldnt|isnt|doesnt|wont|dont|arent|cant|couldnt ..1 that|this|it|you|your|they|we|people ..8
but|and why|how|what|who
what ..2 if|happens|about|stops
how ..4 trust|safe|secure|reliable|sure|know_that|guarantee|guaranteed|prove
sounds ..2 expensive|complicated|too_good|risky|like_a_lot
why ..2 swap|change|switch|replace|bother|pay
what|which can|could|would|do|does you|it|they ..3 that|our ..4 cant|doesnt|already|not

// ---- later
def again = again|back|base|later|later_on|then|around|out|up|touch|around_then
[defer.contact 3]
hold ..2 that|this ..1 thought
catch|find|get|have|buttonhole me|us ..6 then|week|month|after|when|in|once
leave|let ..2 it|this ..2 until|till|for_now
give|leave ..1 it|me|us ..3 few|couple|# ..2 weeks|months|month|week|days
talk|speak in|after|around|come|next !to
come|get|check|circle|touch|reach|follow|write|call|ring|try|ping|contact|email|mail|ask|drop|speak|talk|catch|reconnect|reconvene|revisit|nudge|remind|chase|message|phone|knock|holler|shout|poke|regroup|report|loop ..2 ?me|us|a_line|in|me_up|us_up|for_me @again
come|get|check|circle|loop|report back ?to|with|in|around
circle back|round|around
touch|check base|in ..1 with|again
reach|follow out|up
^ ?and|so|do try|ask|contact|email|write|ping|ring|remind|nudge|message|phone|mail|chase|catch|approach|poke|prod|call ?to ?with me|us|this|it|back
please|pls|could_you|can_you|do|feel_free_to|free_to|best_to|you_can|you_could|you_may|would_you|if_you|perhaps|then ..2 try|ask|contact|email|write|ping|ring|remind|nudge|message|phone|mail|approach|call|send|get_in_touch|reach_out ..5
ping|remind|nudge|prod|poke|hit me|us ?up
try|ask|contact|email|write|call|message|come|speak|talk|check|look|reconnect|revisit again
drop|send|shoot|give|fling me|us ..2 line|email|note|mail|message|shout|nudge|reminder|ping|call|ring|bell
pick|take|bring|look|open ..1 this|it|things ?back up|again|on|forward|at
pick_up|revisit|reconsider|re_visit|reassess|review|re_evaluate|relook|reopen|resume|return_to|look_at|pick_this_up|take_another_look|table|park|shelve|postpone|defer|discuss|talk|reconnect|speak ..2 this|it|that|things|conversation|topic|then|again
lets|let_us ..2 talk|speak|revisit|reconnect|touch|catch|discuss|do|pick|chat|regroup|park|look
put ..3 off|on_hold|on_ice|on_the_back_burner|back|on_the_list_for
resend|re_send send ..3
send ..2 this|it|that|your|me|info|details ..3 again|then
diarise|diarize
same ?time|again next
[defer.once 3]
ask|try|write|call|contact|ping|catch|get_back_to|come_back_to|hit me|us ?again after|once|when|until
maybe|perhaps|possibly ..2 when|after|once ..5 over|done|settled|finished|out|sorted|through
wait till|until ..6
once|when|after ..6 done|over|settled|finished|out ..6 so|then|maybe
happy|glad|keen to hear ..3 in|after|then|next
id|i_would|we_would|wed look|consider|review ..4 before|months|then
get ..4 out_of_the_way ..1 first
thats|that_is|that_would_be|that_will_be|thatll_be when
earliest|soonest
worth|good|happy|glad|fine|willing|free ..3 asking|trying|writing|contacting|speaking|revisiting|reconnecting|talk|to_talk|checking|a_look|looking|having_another ..3 again|then|once|after|when|later
once|when|after ..8 settled|finished|done|over|through|complete|completed|sorted|died_down|settles|calmed|calms|quieter|clearer|in_place|behind_us|out_of_the_way|gone_live|live ..8 ask|asking|try|talk|contact|get|come|speak|look|write|happy|revisit|reconnect|reach|call|ping|email
ask|try|talk|contact|get|come|speak|look|write|revisit|reconnect|reach|call|ping|email|happy ..6 once|when|after ..8 settled|finished|done|over|through|complete|completed|sorted|died_down|calmed|quieter|clearer|in_place|behind_us|settles|out_of_the_way|live
maybe|perhaps|possibly|probably|potentially|might|may|could ..5 later|down_the_line|down_the_road|further_down|in_future|in_the_future|next_year|at_some_point|another_time|one_day|some_day
later ..2 this|in year|month|week|quarter|spring|summer|autumn|fall|the_year
[defer.when 2 raw]
after that|then ..1 gladly|happy|fine|sure|yes|certainly|happily|ok
give|grant it|us|me|this ..1 few|couple|another|# ..2
perhaps|maybe|possibly|probably ..3 january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|next|#
january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|q ..2 perhaps|maybe|possibly|probably
come january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter
too soon|early
have ..2 answer ..4 in
say # 
once|when ..6 moved|back|open|settled|finished ..6
we|i can|could|will|might talk|speak|look|chat|revisit|discuss|consider
january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn ..2 fine|ok|okay|good $
not before|until|till|earlier_than|prior_to
nothing ..6 before|until|till
dont ..5 before|until|till
no ..6 before|until|till
busy|tied_up|swamped|snowed_under|slammed|flat_out|away|out|occupied|booked|off|travelling|traveling|tied|rammed|maxed_out|jammed|on_leave|on_holiday|full ..5 until|till|through|til
cant|cannot|wont|not ..8 until|till|before
better|best|easier|good|ideal|happier|quieter|free|freer|time|calmer|room|capacity|headspace|bandwidth|budget|breathe|possible|open|look|consider|decide|revisit|talk|then ..5 in|after|from|by|next|once|around|for
next|in|after|from|by|around ..5 would|will|is|might|could|may ..3 better|best|easier|good|ideal|make_more_sense|suit|work|perfect|quieter|calmer
budget|budgets|budgeting|planning|contract|renewal|fiscal|financial|tender ..8 next|in|until|till|from|starts|resets|opens|renews|is_up|expires|ends|begins|set
back on|from|in|at|by|monday|tuesday|wednesday|thursday|friday|next
im|were|i_am|we_are back
[notnow.say 2 raw]
not ?right|just now|yet|at_the_moment|at_present|currently|at_this_time|today|this_week|this_month|this_quarter|this_year|at_this_point|at_this_stage|for_now|immediately
bad|wrong|terrible|awful|poor|busy|hectic|not_a_good|not_the_best|not_the_right|not_a_great|worst time|timing|moment|season|period
timing ..3 isnt|not|off|bad|wrong
too busy|much_on|early|soon
cant|cannot ..2 now|rn|right_now|atm|at_the_moment|just_now
no|not|nothing ..6 rn|atm
swamped|snowed_under|slammed|flat_out|run_off_our_feet|rushed_off|up_to_my|up_to_our|underwater|in_the_weeds|buried_in
middle|midst of
mid !size|sized|market|day|morning|afternoon|week|range
busy|high|silly|peak season|period|time
[notnow.we-call 2 raw]
we|i ?will|ll ..2 reach_out|contact_you|get_in_touch|let_you_know|call_you|come_back_to_you|be_in_touch|get_back_to_you|revert|circle_back|ping_you|write_to_you|give_you_a|shout
well|ill|we_shall|i_shall ..2 reach_out|contact|get_in_touch|let_you_know|call_you|come_back|be_in_touch|get_back|revert|circle_back|ping_you|write_to_you|give_you_a|shout
dont_call_us
keep|kept|have|keeping|hold|file|filed ..4 on file|record|mind
bear|keep you|it|this|your ..2 in_mind

// ---- other people
def who = person|contact|one|guy|lady|colleague|individual|people|team|department|man|woman|owner|bloke|fella|gal|decision_maker
[referral.right 3]
above my pay_grade
contact|ask|try|call|ring|tell ..2 him|her|them ..3 sent_you|sent
goes ..2 through|via ..4
^ ?you need|want|ask|ring|try|call|contact ..4 he|she|they ..1 knows|know|does|handles|runs|decides|deals|can
my|our colleague|boss|partner|brother|sister|wife|husband|manager ..4 deals|handles|runs|looks|does|decides|manages ..2 with|after|that|it|this|all|software|purchasing
ask|askin ..3 she|he|they ..2 does|do|handles|orders|runs|decides|knows
has|have|got|took|taken ..1 my ..1 old job|role|position
her|his|their ..1 name is
the ..2 decides|orders|buys
ill|i_will|will pass ..2 it|this|your ..2 to ..4
thats|that_is|its|it_is ..4 side|department|area|territory|job|domain|patch|baby|call|bag|desk|remit|decision|field
right|best|correct|better|appropriate|proper|relevant|main ?point|points ?of @who ..4 is|would_be|to|for|will_be|wld_be
talk|speak|write|reach|turn|get_in_touch|refer|address|direct|go|liaise|check|forward|put_it|take_it|raise_it ..2 to|out_to|with !me|us|you|him_again
contact|email|try|ask|ring|call|phone|message my|our|mr|mrs|ms|dr|@who
you ..2 want|need|should|could|must|can|may|might|better|would_be_better ..3 speak|talk|contact|write|ask|try|email|reach|call|check|get_in_touch
contact|email|try|ask|ring|call|phone|message ..1 my|our|the|mr|mrs|ms|dr
best|better|easiest ..2 speak|talk|contact|ask|write|email|reach|try|address
thatd|that_would|that_will|thatll be our|my|the
in charge|charge_of|responsible|runs|handles|looks_after|deals_with|takes_care_of|manages|oversees|heads|leads|owns|decides|does|buys|covers|is_covering|took_over|has_taken_over|took|replaced|replaces|is_replacing|succeeded|succeeds|heads_up|looks_at|is_responsible|is_in_charge|is_the|makes_those|makes_the|holds
is|are|was|be|been ..2 handled|looked_after|dealt|managed|run|covered|decided|done ..2 by
handle|deal_with|look_after|take_care_of ..3 all|that|this|it|every|these|those|our|supplier|suppliers
successor|replacement|deputy|predecessor
over|passing|passed|pass|handing|hand|handed|leave|leaving|defer|deferring|forwarding|referring|refer to
[referral.copied 3]
copying|copied|ccing|cced|cc|cc_ing|cc_d|looping|looped|adding|added|including|introducing|bringing|meet|copy ..4 in|who|here|now|him|her|my|our|is|he|she|our|from|to
im|ive|have|i_am ..1 copying|copied|ccing|cced|looping|looped|adding|added|including|introducing
copying|looping|ccing|adding|cc
one for you
over to you
[referral.forwarded 3]
forwarded|passed|sent|handed|shared|referred|forwarding|passing|sending|relayed|given|redirected ..3 this|it|your|on|along|details|message|email|you ..6 to ..3 my|our|the|a|him|her|colleague|team|department
forwarded|passed|handed|relayed|redirected ..4 to|onto|on_to|along
ill|i_will|will|let_me|i_shall|well ..2 forward|pass|hand|send ..4 to|on|along|over
pass|forward|redirect|send ..4 this|it|that|your ..3 to|on_to
[wrong.not-me 3 raw]
used to_be ..1 my job|role|area|department
thinking of ..2 other|another|different|wrong
no|not_a clue|idea|notion whose|who
this|it isnt|is_not for me $
never ..1 run|ran|owned|worked|had|been ..2 a|an|in|at|there|for
tenants|tenant|ex_husbands|ex_wifes|drive_the ..2
nobody|no_one|noone ..1 of|by ..1 that name
just|only drive|answer|clean|work|deliver|sweep ..3
sold ..2 shop|business|company|firm|restaurant|practice|place|farm|hotel|trucks ..4
no|not ..1 mr|mrs|ms|miss|dr ..2 here|at
theres|there_is ..1 no|nobody|noone ..2 mr|mrs|ms|dr|of_that_name|by_that_name|called|such_person
meant|intended|sent ..2 for|to ..2 somebody|someone|another|other|different
previous|former|old|last ..1 job|employer|role|company|position
i|we ..2 ?just ?only answer ..2 phones|phone|telephone
not ..1 the manager|owner|boss|one
no idea whose|who
im|i_am ..1 patient|customer|client|guest|caretaker|tenant ..3 not|there
confused|mixed|muddled|mistaken ..1 me|us ..3 someone|somebody|another|with
family|home|personal|private|domestic ..1 address|email|inbox|household
there_is|theres no ..1 business|company|firm ..1 here
want|wanted|need|after|looking_for|mean|meant ..2 different|another|other|some_other
not ..1 the ..1 sarah|john|person ..2 looking|want|after
wrong|incorrect person|guy|man|woman|lady|contact|address|department|number|email|sarah|company|place|fella|bloke|chap|party|individual|one|recipient|@who
got|have|reached|emailed|contacted|written|mailed|picked|mistaken ..3 the wrong
wrong ..1 @who
not ..2 ?really|quite|actually|exactly right|best|correct|appropriate|relevant ..2 @who|address|department
not me ?any_longer|anymore|any_more|sorry|im|i|mate
not ..2 my|our department|area|remit|job|responsibility|field|role|decision|call|bag|world|patch|domain|scope|line|side|thing_to_decide|business_to
isnt|is_not ..2 my|our ..1 department|area|remit|job|responsibility|field|role|decision|call|domain|patch
i ..2 dont|do_not|never|didnt ..1 ?really|actually|personally deal|handle|look_after|manage|buy|decide|purchase|make_those|make_these|have_anything|do_the ..4 
i ..2 not ..1 responsible|involved ..2
no longer ..4 work|with|in|at|responsible|deal|handle|involved|part|doing|employed|there|mine|my|run|own|looking|manage
dont|do_not|not ..3 work|working ..4 there|here|anymore|any_more|any_longer|for_them|for_that|in_that|at_that
left|quit|leaving ..1 the|that|my|this|their ..1 company|firm|business|trade|role|job|organisation|organization|industry|position
left ..4 ago|last|in_january|in_february|in_march|in_april|in_may|in_june|in_july|in_august|in_september|in_october|in_november|in_december
retired|resigned|moved_on|changed_jobs|changed_roles|moved_to|moved_over|stepped_down|left_the|sold_the|been_made_redundant|laid_off
not ..2 in ..2 accounting|purchasing|sales|procurement|it|marketing|hr|finance|operations|charge|that_role|this_role|that_department|that_team ..1
different|another|other ..2 person|company|sarah|john|firm|same_name|of_the_same_name
same name
mistaken ..2 identity|me|for
you ..3 mistaken|confused|mixed ..3 me|us|up|someone|somebody
never ..2 worked|work|heard|been|had|owned ..4 there|at|for|of|with|a
i|we dont|do_not|have_never ..1 have|own|run|operate|employ|use|sell ..2 any|a|an ..6 here|at_all|of_any_kind|i_teach|im_a|im_just
im ?just|only a|an|the ..3 student|teacher|intern|nurse|receptionist|temp|private|pensioner|retired|freelancer|musician|gardener|volunteer|apprentice|trainee|widow|daughter|son|wife|husband
private person|individual|address|household|email|account
home address|email
wrong number|email|address|inbox|mailbox
couldnt|cant|dont|no|not|cannot|could_not|do_not|wouldnt ..4 idea|tell|know|say|sure ..3 who ..5
someone|somebody else ..4 role|job|position|department|handles|does
have ..2 nothing to do with
nothing ..1 to do with ..2 me|us|my|that|this|it

// ---- refusals
[decline.not-interested 3 raw]
not|isnt|arent|no_longer|wasnt|aint|never|hardly|least|less_than ..4 interested|interest|intrested|intersted|interessted|keen|tempted|curious|sold
no|zero|little|havent|without|lost|lack|nil ..2 interest|intrest|appetite !rate|rates|free
dont|do_not|doesnt|didnt|wont|wouldnt ..3 interest|interested|appeal
not ..2 ?something|anything|one|really|quite|a_thing ..1 for ?a ?company ?like ?of us|me|our|this_company|my
isnt|not ..3 something ..3 we|i|for|that|wed
not ..2 our|my|a|the thing|cup_of_tea|bag|style|cup|kind_of_thing
no ?but|many|thanks|thank thanks|thank_you|thx|ty|ta|cheers|thank|tks|merci
^ nah|nope|no|nay|negative ?thanks|ta|mate|sorry|thank_you $$
^ nah|nope|nay $
^ no|nope|nah ?im|were|we_are|i_am good|fine|ok|okay|sorted|all_good|covered|set
its|it_is|that_is|thats|is|be|give_you ?a|an ?firm|hard|clear|polite|definite|straight|big|very|quick no ?from|for|im|this|i|here|then|thanks|$
answer|reply ..3 is|be|remains|still no
have|going|like|want|wish|need|decided ..2 to ..1 decline|pass|say_no|turn_this_down|turn_it_down|leave_it|refuse|sit_this_one_out
politely|respectfully|gracefully|must|kindly|regretfully|will|well|ill|shall|to|would|id decline|pass ?!this|it|on_it ?on_this|this_time|thanks|for|$
^ pass|hard_pass|easy_pass|declined|no_go $
a|hard|easy pass ?for|from|on ..1
its|it_is|thats|be a ?hard|polite pass|no
pass on this|it|that|the_opportunity|your
thanks but no
not ..1 for us|me|our
unable|not_able|not_in_a_position ..3 take|proceed|accept|offer|help|buy|support|commit|move|pursue
[decline.no-need 3 raw]
nobody|noone|no_one|none ..2 has|have ..1 time
nothing ..1 to ..1 chase|fix|improve|plan|schedule|automate|manage
lads|team|staff|people|guys|crew|men|boys|drivers|nobody ..1 wont|wouldnt|would_never|will_never use|like|touch|accept|want
too complicated|complex|fiddly|much_hassle
wasnt|isnt|not ..1 the_right right|thing|time|tool ..2 for
came_out|comes_out ..2 no
never ..2 get ..2 past|through|approved
landlord|council|head_office|franchise ..2 sees|does|handles|decides|provides
shutting|closing ..2 workshop|shop|business|office|plant|factory
do|keep|have|got ..4 in my head
found ..2 someone|somebody|something|one cheaper
laughed
believe in
aint|isnt|not ..1 broke|broken
all ..1 we|i need
weve|we_have|ive|got all|everything ..1 we|i need
didnt|doesnt|did_not ..1 do_it|do_anything|work_out|convince|cut_it|win ..1 ?for us|me
never|hardly ..1 pay|pays|paid
not ..1 at|for|with # ..2 
forbids|forbid|prohibits|prohibit|not_allowed|arent_allowed|may_not ..4 
no ..1 say ..1 in
nobody|noone|no_one ..2 bit|keen|interested|wants|wanted|convinced|liked|needs
wouldnt|wont|wont_budge|not ..1 budge
cant|can_t|couldnt ..3 see ..4 needing|using|wanting|need|use
overkill|over_the_top
dont|do_not|havent|never ..3 that|this|the|have|such ..1 problem|issue|trouble|problems|need|difficulty|challenge
works|working ..2 fine|well|perfectly ..3 as_it|the_way|already|for_us|thanks|cheers|as_is
thats|that_is|is how|the_way i|we like|want|prefer
isnt|not|wasnt ..2 for ..2 shop|company|business|firm|people|someone|outfit|place|team|practice ..3 size|small|like_ours|this_size
dont|do_not|doesnt|no|not|didnt|havent|without|never|wont|wouldnt|nor|any ..3 need|require|use_for|requirement|call_for|demand_for|necessity|needed|required|needs !to|you_to|anyone_to
see|have|find|got no ..2 need|use|point|reason|benefit|advantage|value|requirement
cant|dont|not|couldnt|fail|struggle ..3 see ..4 need|use|point|benefit|value|fit|advantage|reason|us_using|working_for|why_we|how_this
nothing ..3 needed|we_need|i_need|for_us|wrong|to_fix|broken
not ..2 looking|in_the_market|shopping|searching|seeking|considering|planning|thinking|exploring|evaluating|changing|switching|pursuing|going_to_change|moving_forward|proceeding|going_ahead|taking ..4
no plans|intention|intentions|desire|wish|room|scope|capacity|reason ..4
dont|do_not|no ..2 plan|intend|want|wish|propose|envisage|anticipate ..4 change|switch|buy|use|add|replace|any|to|it|this|another|your|anything
not ..4 priority|relevant|applicable|necessary|needed|required|suitable|appropriate|worthwhile|worth|feasible|viable|a_fit|a_match|a_good_fit|a_good_match|a_great_fit|the_right_fit|right_fit|of_interest|of_use|useful|an_option|a_problem|an_issue|on_our_radar|on_the_cards|on_our_agenda|on_our_list|the_right_solution
doesnt|does_not|dont|not|isnt|wont|wouldnt|didnt ..3 fit|apply|suit|match|work_for|concern|make_sense|add_up|tick|meet_our|convince|pay_for_itself
rather|prefer|happy|enjoy|like ..3 keep|stay|stick|leave|as_it_is|by_hand|answering|doing_it|pen_and_paper
leave|keep ..1 it|things ..2 as|at_that|there|the_way|here|be
[decline.have 3]
outsource|outsourced|outsourcing
ended|wound|finished ..1 up with
franchise|group|headquarters|corporate|parent ..4 picks|decides|dictates|prescribes|forbids|provides|supplies
all_oracle|all_sap|all_microsoft
renewed|renewing ..3 with|for|our|contract|two|three
ship has_sailed|sailed
notepad|notebook|pen_and_paper|pencil_and_paper ..6 like|works|enough|fine
wife|husband|daughter|son|accountant|bookkeeper|secretary|brother ..3 does|keeps|runs|handles|makes
already|currently|just|recently|have|now|allready ..3 have|use|using|got|work|working|covered|sorted|equipped|signed|chosen|bought|solved|contracted|implemented|decided|committed|supplied|partnered|in_place|invested|ordered|switched|installed|purchased ..6 
weve|we_have|have|i_have|ive|got|we_got ..2 someone|somebody|a_supplier|a_provider|a_vendor|a_partner|a_solution|a_system|a_tool|suppliers|an_agency|a_guy|people|all_that|everything|our_own|one_already|it_covered|it_sorted|that_covered|that_sorted|that_handled|a_contractor|a_company|a_team|an_inhouse|an_in_house|own
happy|satisfied|content|pleased|delighted|fine|comfortable|well_served|looked_after|well_looked_after|sorted|set|stick|sticking|stay|staying|going|committed|married|loyal|settled ..2 with|by|where|as ..2 current|existing|present|our|what|who|we|the|things|it|them|that|is|are|my
were|we_are|im|i_am|all|weve ..1 ?all|quite|perfectly|pretty|totally|fully|already|very|good good|fine|set|sorted|covered|ok|okay|equipped|suited|happy_as|happy_where|stocked|provided|looked_after|well_served|served|taken_care|staffed !to|with_tuesday|for_@time|for_tuesday|on|at
gone|went|going|opted|signed|settled|chosen|chose|picked|selected|decided|committed|contracted|switched|moved ..2 with|for|elsewhere|another|up_with|someone_else|a_competitor|a_different|to_go_with|the_other|somebody|against|in_favour|to_stick|to_stay|to_keep|to_use|not|to_build|to_do_it|to_go
elsewhere
a_competitor|another_supplier|another_provider|another_vendor|different_provider|different_supplier|picked_a|chose_a|chosen_a|hired_a|other_supplier|another_company|another_solution|another_tool|different_solution|different_direction|another_direction|different_route
in_house|inhouse|internally|ourselves|home_grown|homegrown|own_system|own_tool|own_solution|own_software
built|wrote|build|developed|made|coded|programmed ..3 our|us|own|something|in
our ..3 does|do|handles|covers ..2 exactly|all|that|this|everything|it|the_job
under|in|tied|locked|bound|have ..3 contract ..3
sister|brother|cousin|nephew|son|daughter|wife|husband|father|uncle|mate|friend ..3 does|wrote|built|handles ..1 it|this|that|ours|everything|something|all
[decline.no-money 3 raw]
no ..1 money
no|not|dont|havent|zero|isnt|cut|cuts|freeze|frozen|slashed|without|little|limited|used_up|spent|tight|nothing ..4 budget|budgets|money|funds|funding|cash|spend|spending|resources
budget ..4 frozen|cut|gone|spent|zero|allocated|tight|used|exhausted|closed|isnt|not|no|committed|limited
cant|cannot|couldnt|not|dont|never|wont|unable_to ..2 afford|justify|spend|stretch
spent ..4 had|have|budget|everything|it|all
too|way|bit ..1 expensive|pricey|dear|costly|rich|steep|small|big|old|tiny|much_for|much_money
out_of our|my budget|price_range|league|reach
[decline.decided 3 raw]
answer ..1 is|was|s no
answers no
an|the ..1 answer ..2 no
no chance
we wouldnt|wont|shant|dont $
well|we_will|ill leave it ..1 $
took|taken|accepted|picked ..1 the other ..1 quote|offer|one
awarded ..3 another|other|to
close the quote|offer|tender
not ..2 taking_on ..3
it ..1 would_be|be wasted
bad fit
is nil
volume to justify
wont|will_not ..2 doing ..1 that again
cannot|cant|unable|wont|not_able ..2 move|go|proceed|take ..2 forward|ahead|further
gave|given up ..2 line|business|that|side|making|doing
cancelled|canceled|scrapped|shelved|axed
doing nothing
hard|firm|definite|clear|polite no
dont|do_not|never ..1 buy ..2 from|by|off
winding ..3 up
honestly no
turned|turn|voted|knocked|shot ..2 it|this|that|down ?down
they|he|she|boss|board|head_office|corporate|management|committee|partners|director|owner ..4 said|say|says|isnt|not|against ..2 no|against|keen|interested|want
not in_a_million
once_bitten
no_thank
decided|decision|chosen|concluded|agreed|opted|resolved ..4 not|against|no|other|stay|stick|remain|keep|leave
not ..2 going|to|be|pursue|pursuing|take|taking|move|moving|proceed|proceeding|go|continue|continuing|progress|progressing|moving ..3 further|forward|ahead|any_further|with_this|with_it|pursuing|taking|down_this|this_on|this_up
wont|will_not|not|shall_not|cant ..3 be|going ..3 taking|pursuing|proceeding|moving|needing|buying|going|using|requiring|changing|interested|able|continuing|joining|renewing
close|closed|closing ..2 file|case|loop|ticket|book|this_out|it_off ..2
cross|count @me|us ..1 out
no go|deal|dice|sale|luck|joy|chance|way|can_do
not ..2 now ..2 nor|or|and ever|later|next_year
not ..2 now ..2 not ever
nor|or ..3 foreseeable|near ..1 future
foreseeable|near future
one|someone|somebody|anyone else ..4 buys|buy|luck|takes|customer|benefit|finds|interested
try|find|bother|ask ..2 someone|somebody|anyone|elsewhere else|elsewhere
[decline.closing 2]
closing|closed|closes|shutting|shut|winding|ceased|liquidation|bankrupt|insolvent|administration|sold|selling ..3 down|business|shop|company|doors|trading|up|the_practice|permanently|for_good
gone out_of business
retiring|winding_up|insolvency
[decline.soft 1 raw]
good|best_of luck ?with|on|out
wish ..2 you|your ..4 luck|success|best|well|prosper
all the best
hope ..2 your ..2 prospers|finds
nice idea|try|effort|product|letter|mail|email|pitch
afraid|unfortunately|regret|sadly|alas|sorry ..4 not|no|cant|cannot|dont|wont|we
appreciate|thank|thanks ..6 but
despite
after ..3 careful|consideration|thought|review|discussion
not ..1 convinced|sure|persuaded
never_mind|nevermind|forget_it|dont_bother|not_bothered
too late
missed the boat
waste of time

// ---- nothing can be told
[ack.thanks 1]
^ thanks|thank|thx|ta|cheers|ty|tnx
^ ok|okay|k|kk|noted|received|understood|roger|got_it|acknowledged|seen|will_do|read|fine|great|cool|nice|lol|haha|ha|hm|hmm|wow|sure|alright|right|perfect|good ?thanks|thank_you|one|to_know $

// ---- tells of own goals, needs, numbers, trouble
[shares.trouble 2]
costs|cost|costing us|me ..6
every ..3 own ..2
hate|hates|hated|fed_up|dread
a|the|another day lost|gone|wasted
failed|fails|breakdowns|noticed_till
keeps|keep|kept up
spend|spends|spent ..2 sundays|weekends|evenings|nights|hours|days|saturdays
grew|grown|grow ..4 # 
third|half|quarter ..4 errors|wrong|late|back|lost|paper
lost ..3 customer|customers|order|orders|client|sale|job
missed|lost|late ..2 collections|deliveries|calls|orders|appointments|shifts|deadlines
lies|lives in ..1 my|her|his head
lie awake
nobody likes
problem|problems|issue|issues|trouble|troubles|headache|headaches|pain|painful|nightmare|mess|chaos|chaotic|disaster|disgrace|struggle|struggling|bottleneck|hassle|frustrating|frustrated|frustration|complaints|losing|lose|lost|waste|wasted|wasting|wastes|mistakes|errors|delays|late|overtime|overworked|understaffed|short_staffed|backlog|manual|manually|by_hand|paper|spreadsheet|spreadsheets|excel|whiteboard|notebook|double_entry|retype|retyping|rekey|rekeying|keys|keying|fell_over|breaks|broken|crash|crashed|crashes|unreliable|slow|outdated|overwhelmed|drowning|guess|guessing|guesswork|burning|bleeding|missed|miss|threw_away|thrown_away|wrong|stuck|penalty|fines|auditor|audit|turnover|sick|cant_find|cant_keep|suffering|nobody_knows|nobody_picks_up|nobody_answers|desperate|tedious|downtime|scrap|rework|shortage
never|not ..4 adds_up|balances|matches|works|on_time|know|right|enough|ready
hated|hate|fed_up|sick_of|tired_of|disappointed|unhappy ..3
takes|spend|spending|costs|cost|lose|losing|takes_us ..5 hours|days|weeks|ages|forever|week|fortune
[shares.goal 2]
our|my ..2 aim|goal|target|plan is
auditor|inspector|regulator|board|bank gave|wants|told|asked|demands|insists
goal|goals|target|targets|aim|aiming|plan|planning|want_to|need_to|trying_to|hoping_to|looking_to|must|have_to|would_like_to|objective|intend|priority|roadmap ..8 
need|needs|want|looking_for|require ..6 for_#|by|before|better|new|faster|some|someone|something
expanding|growing|growth|opening|hiring|moving|merging|migrating|rolling_out|launching|replacing|switching|rebuilding|restructuring|scaling
[shares.facts 2]
we|i|our|weve|were|ive|there_are|us|got|have|has|run|do|team ..6 # ..2
our|we ..4 use|using|run|running|have|do|process|handle|team|staff|site|sites|branches|people|currently|system|erp|supplier|provider|customers|season|contract
# ..2 people|employees|staff|users|sites|locations|branches|vehicles|trucks|vans|machines|hours|customers|orders|invoices|drivers|seats|shops|stores|units|guys|men|rooms|beds|patients|students|clinics|schools|buildings|vendors|suppliers|tickets|calls|shifts|crews|months|percent|grand
because|since|as_we|reason ..8
currently|at_the_moment|right_now|these_days|nowadays ..6
`
