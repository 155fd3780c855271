#compdef keten

autoload -U is-at-least

_keten() {
    typeset -A opt_args
    typeset -a _arguments_options
    local ret=1

    if is-at-least 5.2; then
        _arguments_options=(-s -S -C)
    else
        _arguments_options=(-s -C)
    fi

    local context curcontext="$curcontext" state line
    _arguments "${_arguments_options[@]}" : \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
'-V[Print version]' \
'--version[Print version]' \
":: :_keten_commands" \
"*::: :->keten" \
&& ret=0
    case $state in
    (keten)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:keten-command-$line[1]:"
        case $line[1] in
            (check)
_arguments "${_arguments_options[@]}" : \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'--structure[Also how it is built\: loops, depth, single points of failure, redundancy that hangs on one node]' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':network -- A folder of tables, a workbook (.xlsx), a CSV file of dependencies, or - for standard input:_default' \
&& ret=0
;;
(simulate)
_arguments "${_arguments_options[@]}" : \
'--scenario=[A scenario file, or the name of one in the network'\''s scenarios folder]:SCENARIO:_default' \
'*--fail=[Nodes that fail, when and for how long; may be repeated]:SELECTOR[@at_h][+duration_h]:_default' \
'*--compromise=[Nodes that are compromised, and when; may be repeated]:SELECTOR[@at_h]:_default' \
'*--trigger=[When nodes that are compromised by then are taken out; may be repeated]:SELECTOR@at_h[+duration_h]:_default' \
'--horizon=[How far to look ahead, in hours (default\: the scenario'\''s, else 72)]:HOURS:_default' \
'*--range=[With --bounds, where empty cells of a column lie\: LOW..HIGH, default or widest; may be repeated]:COLUMN=LOW..HIGH:_default' \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'(--samples --until-se)--bounds[What must, may and cannot fall, wherever the values lie within their ranges]' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':network -- A folder of tables, a workbook (.xlsx), a CSV file of dependencies, or - for standard input:_default' \
&& ret=0
;;
(why)
_arguments "${_arguments_options[@]}" : \
'*--node=[The same as an option; may be repeated]:NODE:_default' \
'--scenario=[A scenario file, or the name of one in the network'\''s scenarios folder]:SCENARIO:_default' \
'*--fail=[Nodes that fail, when and for how long; may be repeated]:SELECTOR[@at_h][+duration_h]:_default' \
'*--compromise=[Nodes that are compromised, and when; may be repeated]:SELECTOR[@at_h]:_default' \
'*--trigger=[When nodes that are compromised by then are taken out; may be repeated]:SELECTOR@at_h[+duration_h]:_default' \
'--horizon=[How far to look ahead, in hours (default\: the scenario'\''s, else 72)]:HOURS:_default' \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':network -- A folder of tables, a workbook (.xlsx), a CSV file of dependencies, or - for standard input:_default' \
'*::nodes -- The nodes to explain (selectors):_default' \
&& ret=0
;;
(rank)
_arguments "${_arguments_options[@]}" : \
'--by=[node, owner, or a column whose values are lost together\: operator, sector, region, ...]:BY:_default' \
'--of=[Which nodes may be lost at the start (a selector; default all)]:SELECTOR:_default' \
'--criterion=[affected, \`processes_lost\`, lost, \`lost_h\`, \`sectors_hit\`, \`first_vital_loss_h\`, compromised, or a criterion of the network'\''s impacts]:NAME:_default' \
'--within=[How long after the loss to look, in hours]:HOURS:_default' \
'--top=[How many rows to show]:TOP:_default' \
'--threshold=[An output at or below this is lost]:LEVEL:_default' \
'--engine=[The way to take, where it can serve the network]:NAME:_default' \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'--debug-engine[Name the way that is taken on standard error]' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':network -- A folder of tables, a workbook (.xlsx), a CSV file of dependencies, or - for standard input:_default' \
&& ret=0
;;
(chokepoints)
_arguments "${_arguments_options[@]}" : \
'--from=[Where compromise may begin (a selector)]:SELECTOR:_default' \
'--to=[What must not be reached (a selector; default\: everything vital)]:SELECTOR:_default' \
'--top=[How many rows to show]:TOP:_default' \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':network -- A folder of tables, a workbook (.xlsx), a CSV file of dependencies, or - for standard input:_default' \
&& ret=0
;;
(classify)
_arguments "${_arguments_options[@]}" : \
'--scheme=[By whose limits\: a scheme of the criteria (default\: the one whose classes are A and B)]:NAME:_default' \
'--of=[Which nodes (a selector; default all\: vital ones are shown, others where they reach a class)]:SELECTOR:_default' \
'--within=[How long after the loss to look, in hours]:HOURS:_default' \
'--threshold=[An output at or below this is lost]:LEVEL:_default' \
'--at-least=[How many criteria must reach a class]:N:_default' \
'*--without=[A criterion that does not count; may be repeated]:NAME:_default' \
'--top=[How many nodes that are not vital to show]:TOP:_default' \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'--alone[Lose each process by itself, without its parts]' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':network -- A folder of tables, a workbook (.xlsx), a CSV file of dependencies, or - for standard input:_default' \
&& ret=0
;;
(measures)
_arguments "${_arguments_options[@]}" : \
'--scenario=[A scenario file, or the name of one in the network'\''s scenarios folder]:SCENARIO:_default' \
'*--fail=[Nodes that fail, when and for how long; may be repeated]:SELECTOR[@at_h][+duration_h]:_default' \
'*--compromise=[Nodes that are compromised, and when; may be repeated]:SELECTOR[@at_h]:_default' \
'*--trigger=[When nodes that are compromised by then are taken out; may be repeated]:SELECTOR@at_h[+duration_h]:_default' \
'--horizon=[How far to look ahead, in hours (default\: the scenario'\''s, else 72)]:HOURS:_default' \
'--of=[Without events\: which nodes may be lost (a selector; default all)]:SELECTOR:_default' \
'--criterion=[What is to be made smaller\: a criterion of the network'\''s impacts, \`lost_h\`, lost, affected, \`processes_lost\` or \`sectors_hit\`]:NAME:_default' \
'--budget=[What may be spent, in euros\: finds the best set of measures]:EUROS:_default' \
'--years=[Over how many years yearly costs are added up]:YEARS:_default' \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':network -- A folder of tables, a workbook (.xlsx), a CSV file of dependencies, or - for standard input:_default' \
&& ret=0
;;
(sensitivity)
_arguments "${_arguments_options[@]}" : \
'--scenario=[A scenario file, or the name of one in the network'\''s scenarios folder]:SCENARIO:_default' \
'*--fail=[Nodes that fail, when and for how long; may be repeated]:SELECTOR[@at_h][+duration_h]:_default' \
'*--compromise=[Nodes that are compromised, and when; may be repeated]:SELECTOR[@at_h]:_default' \
'*--trigger=[When nodes that are compromised by then are taken out; may be repeated]:SELECTOR@at_h[+duration_h]:_default' \
'--horizon=[How far to look ahead, in hours (default\: the scenario'\''s, else 72)]:HOURS:_default' \
'--figure=[What is to be known\: \`lost_h\`, affected, lost, \`processes_lost\` or \`sectors_hit\`; of a node \`lost_h\`, \`first_loss_h\` or \`min_output\`]:NAME:_default' \
'--node=[The node whose figure it is (default\: all together)]:ID:_default' \
'--top=[How many questions to show]:N:_default' \
'*--range=[Where empty cells of a column lie\: LOW..HIGH, default (known for certain) or widest; may be repeated]:COLUMN=LOW..HIGH:_default' \
'--conclusion=[A conclusion of which is sought what would overturn it\: '\''NODE falls'\'', '\''NODE is lost'\'', '\''NODE cannot fall'\'' or '\''NODE in top N'\'']:CONCLUSION:_default' \
'--questionnaire=[Write the questions as a form to fill in, as csv]:FILE:_files' \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':network -- A folder of tables, a workbook (.xlsx), a CSV file of dependencies, or - for standard input:_default' \
&& ret=0
;;
(verify)
_arguments "${_arguments_options[@]}" : \
'*--scenario=[A scenario to check; may be repeated (default\: all of the network'\''s)]:SCENARIO:_default' \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':network -- A folder of tables, a workbook (.xlsx), a CSV file of dependencies, or - for standard input:_default' \
&& ret=0
;;
(report)
_arguments "${_arguments_options[@]}" : \
'--scenario=[A scenario file, or the name of one in the network'\''s scenarios folder]:SCENARIO:_default' \
'*--fail=[Nodes that fail, when and for how long; may be repeated]:SELECTOR[@at_h][+duration_h]:_default' \
'*--compromise=[Nodes that are compromised, and when; may be repeated]:SELECTOR[@at_h]:_default' \
'*--trigger=[When nodes that are compromised by then are taken out; may be repeated]:SELECTOR@at_h[+duration_h]:_default' \
'--horizon=[How far to look ahead, in hours (default\: the scenario'\''s, else 72)]:HOURS:_default' \
'--by=[A column to divide by\: ministry, supervisor, region, operator, ...]:COLUMN:_default' \
'--beside=[Another version of the network\: the page also tells what changed since]:NETWORK:_default' \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':network -- A folder of tables, a workbook (.xlsx), a CSV file of dependencies, or - for standard input:_default' \
&& ret=0
;;
(exposure)
_arguments "${_arguments_options[@]}" : \
'(--country --cyber)--actor=[An actor\: an owner, a company, an operator or a node]:ID:_default' \
'(--cyber)--country=[A country\: all that it ultimately controls or hosts]:CODE:_default' \
'(--cyber)--acquire=[Before and after an acquisition; without --actor it is the buyer who is looked at]:OWNER:OWNED:SHARE:_default' \
'--of=[With --cyber\: which nodes count as ICT (a selector; default all that provide through a row of type cyber)]:SELECTOR:_default' \
'--within=[How long after the withdrawal, the abuse or the loss to look, in hours]:HOURS:_default' \
'--horizon=[How long after the withdrawal, the abuse or the loss to look, in hours]:HOURS:_default' \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'--cyber[The ICT that each vital process needs, whose it is and where, shared ones first]' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':network -- A folder of tables, a workbook (.xlsx), a CSV file of dependencies, or - for standard input:_default' \
&& ret=0
;;
(critical-sets)
_arguments "${_arguments_options[@]}" : \
'--size=[How many are lost, or happen, together]:SIZE:_default' \
'(--by --of)--scenario=[Combine the events of this scenario in place of lost nodes]:SCENARIO:_default' \
'--by=[node, owner, or a column whose values are lost together\: operator, sector, region, ...]:BY:_default' \
'--orders=[With --curve\: how many random orders]:ORDERS:_default' \
'--of=[Which nodes may be lost at the start (a selector; default all)]:SELECTOR:_default' \
'--criterion=[affected, \`processes_lost\`, lost, \`lost_h\`, \`sectors_hit\`, \`first_vital_loss_h\`, or a criterion of the network'\''s impacts]:NAME:_default' \
'--within=[How long to look, in hours (default\: 72, or the scenario'\''s horizon)]:HOURS:_default' \
'--horizon=[How long to look, in hours (default\: 72, or the scenario'\''s horizon)]:HOURS:_default' \
'--top=[How many rows to show]:TOP:_default' \
'--threshold=[An output at or below this is lost]:LEVEL:_default' \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'(--scenario --size --criterion)--curve[How many losses until half of the processes are lost\: the worst first, and in random orders]' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':network -- A folder of tables, a workbook (.xlsx), a CSV file of dependencies, or - for standard input:_default' \
&& ret=0
;;
(compare)
_arguments "${_arguments_options[@]}" : \
'*--scenario=[A scenario for both networks; or twice, for one network under each]:SCENARIO:_default' \
'--criterion=[affected, \`processes_lost\`, lost, \`lost_h\`, \`sectors_hit\`, \`first_vital_loss_h\` or compromised]:CRITERION:_default' \
'--within=[How long after the loss to look, in hours]:HOURS:_default' \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':network -- A folder of tables, a workbook (.xlsx), a CSV file of dependencies, or - for standard input:_default' \
'::other -- The second network; without it two scenarios of the first are compared:_default' \
&& ret=0
;;
(explain)
_arguments "${_arguments_options[@]}" : \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
'::code -- The code; without one, all codes are listed:_default' \
&& ret=0
;;
(columns)
_arguments "${_arguments_options[@]}" : \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
&& ret=0
;;
(init)
_arguments "${_arguments_options[@]}" : \
'--template=[What to begin with]:TEMPLATE:(empty telecom electricity municipality)' \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':folder -- The folder to make; one that exists is left alone:_files' \
&& ret=0
;;
(convert)
_arguments "${_arguments_options[@]}" : \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':convertible -- A network, or a bill of materials (*.lock, *.json); --out names the folder, or the file, to make:_default' \
&& ret=0
;;
(generate)
_arguments "${_arguments_options[@]}" : \
'--nodes=[How many nodes]:NODES:_default' \
'--mean-degree=[How many dependencies a node has on average]:MEAN_DEGREE:_default' \
'--shape=[Who provides to whom]:SHAPE:(scale-free random layered)' \
'--needs=[Every row a need of its own, or needs of which some members are enough]:NEEDS:(all k-of-n)' \
'--probability=[Let every row carry losses with this probability only]:P:_default' \
'--access=[Let every row pass compromise\: at once, or after 0, 1, 4 or 12 hours]:ACCESS:(none instant timed)' \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'--buffers[Give one need in four a buffer of 4, 24 or 72 hours]' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
&& ret=0
;;
(completions)
_arguments "${_arguments_options[@]}" : \
'--format=[Format on standard output]:FORMAT:(table csv json md html xlsx)' \
'*--out=[Write to a file, in the format of its ending\: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated]:FILE:_files' \
'--lang=[Language of texts\: en or nl (default\: from \`KETEN_LANG\`, else en)]:LANG:_default' \
'--stance=[How unknowns are taken]:cautious|central|optimistic:_default' \
'--seed=[Seed of all draws]:SEED:_default' \
'--samples=[Draw unknowns so many times and give bands in place of numbers (with --until-se\: at most so many)]:N:_default' \
'--until-se=[Draw samples until the standard error of the main figure is no larger than this]:X:_default' \
'--max-memory=[The most memory to use, such as 500M or 4G\: what is estimated to take more is refused (default\: no limit; 4G for the values of samples)]:BYTES:_default' \
'*--answers=[A filled-in questionnaire of sensitivity\: each answer replaces what its cell says; may be repeated]:FILE:_default' \
'--threads=[Threads to use (default\: all); never changes a result]:THREADS:_default' \
'-q[Say nothing but errors on standard error]' \
'--quiet[Say nothing but errors on standard error]' \
'--no-color[No colours]' \
'-h[Print help]' \
'--help[Print help]' \
':shell -- The shell:(bash elvish fish powershell zsh)' \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
":: :_keten__subcmd__help_commands" \
"*::: :->help" \
&& ret=0

    case $state in
    (help)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:keten-help-command-$line[1]:"
        case $line[1] in
            (check)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(simulate)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(why)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(rank)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(chokepoints)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(classify)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(measures)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(sensitivity)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(verify)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(report)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(exposure)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(critical-sets)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(compare)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(explain)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(columns)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(init)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(convert)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(generate)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(completions)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
        esac
    ;;
esac
;;
        esac
    ;;
esac
}

(( $+functions[_keten_commands] )) ||
_keten_commands() {
    local commands; commands=(
'check:Look a network over\: faults, warnings, what it can and cannot answer' \
'simulate:What falls, when and why, in a scenario' \
'why:Why a node fails in a scenario, and what would have prevented it' \
'rank:Whose lasting loss brings down most' \
'chokepoints:Where compromise must pass on its way, and which guard holds off most' \
'classify:Which nodes would count as vital, by which criterion, and how firmly' \
'measures:What each measure helps and costs, and the best that a budget buys' \
'sensitivity:Which uncertain cells decide a figure of a scenario, and whom to ask' \
'verify:Hold the network against what is known of past incidents' \
'report:A whole report as a page (--out X.html), on a scenario or on the network; in other formats who must be called' \
'exposure:What an actor or a country has in its hands, and what follows if it withdraws or abuses that' \
'critical-sets:What together brings down most, and how much worse that is than each alone' \
'compare:What differs between two networks or scenarios, what follows from it, and which rows are behind it' \
'explain:Explain a diagnostic code such as K012' \
'columns:Every column that tables may have, in English and Dutch' \
'init:Make a folder with a commented case to fill in' \
'convert:Turn a network, or a bill of materials, into a folder of tables or a file for another program' \
'generate:Make a synthetic network' \
'completions:Completions for a shell' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'keten commands' commands "$@"
}
(( $+functions[_keten__subcmd__check_commands] )) ||
_keten__subcmd__check_commands() {
    local commands; commands=()
    _describe -t commands 'keten check commands' commands "$@"
}
(( $+functions[_keten__subcmd__chokepoints_commands] )) ||
_keten__subcmd__chokepoints_commands() {
    local commands; commands=()
    _describe -t commands 'keten chokepoints commands' commands "$@"
}
(( $+functions[_keten__subcmd__classify_commands] )) ||
_keten__subcmd__classify_commands() {
    local commands; commands=()
    _describe -t commands 'keten classify commands' commands "$@"
}
(( $+functions[_keten__subcmd__columns_commands] )) ||
_keten__subcmd__columns_commands() {
    local commands; commands=()
    _describe -t commands 'keten columns commands' commands "$@"
}
(( $+functions[_keten__subcmd__compare_commands] )) ||
_keten__subcmd__compare_commands() {
    local commands; commands=()
    _describe -t commands 'keten compare commands' commands "$@"
}
(( $+functions[_keten__subcmd__completions_commands] )) ||
_keten__subcmd__completions_commands() {
    local commands; commands=()
    _describe -t commands 'keten completions commands' commands "$@"
}
(( $+functions[_keten__subcmd__convert_commands] )) ||
_keten__subcmd__convert_commands() {
    local commands; commands=()
    _describe -t commands 'keten convert commands' commands "$@"
}
(( $+functions[_keten__subcmd__critical-sets_commands] )) ||
_keten__subcmd__critical-sets_commands() {
    local commands; commands=()
    _describe -t commands 'keten critical-sets commands' commands "$@"
}
(( $+functions[_keten__subcmd__explain_commands] )) ||
_keten__subcmd__explain_commands() {
    local commands; commands=()
    _describe -t commands 'keten explain commands' commands "$@"
}
(( $+functions[_keten__subcmd__exposure_commands] )) ||
_keten__subcmd__exposure_commands() {
    local commands; commands=()
    _describe -t commands 'keten exposure commands' commands "$@"
}
(( $+functions[_keten__subcmd__generate_commands] )) ||
_keten__subcmd__generate_commands() {
    local commands; commands=()
    _describe -t commands 'keten generate commands' commands "$@"
}
(( $+functions[_keten__subcmd__help_commands] )) ||
_keten__subcmd__help_commands() {
    local commands; commands=(
'check:Look a network over\: faults, warnings, what it can and cannot answer' \
'simulate:What falls, when and why, in a scenario' \
'why:Why a node fails in a scenario, and what would have prevented it' \
'rank:Whose lasting loss brings down most' \
'chokepoints:Where compromise must pass on its way, and which guard holds off most' \
'classify:Which nodes would count as vital, by which criterion, and how firmly' \
'measures:What each measure helps and costs, and the best that a budget buys' \
'sensitivity:Which uncertain cells decide a figure of a scenario, and whom to ask' \
'verify:Hold the network against what is known of past incidents' \
'report:A whole report as a page (--out X.html), on a scenario or on the network; in other formats who must be called' \
'exposure:What an actor or a country has in its hands, and what follows if it withdraws or abuses that' \
'critical-sets:What together brings down most, and how much worse that is than each alone' \
'compare:What differs between two networks or scenarios, what follows from it, and which rows are behind it' \
'explain:Explain a diagnostic code such as K012' \
'columns:Every column that tables may have, in English and Dutch' \
'init:Make a folder with a commented case to fill in' \
'convert:Turn a network, or a bill of materials, into a folder of tables or a file for another program' \
'generate:Make a synthetic network' \
'completions:Completions for a shell' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'keten help commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__check_commands] )) ||
_keten__subcmd__help__subcmd__check_commands() {
    local commands; commands=()
    _describe -t commands 'keten help check commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__chokepoints_commands] )) ||
_keten__subcmd__help__subcmd__chokepoints_commands() {
    local commands; commands=()
    _describe -t commands 'keten help chokepoints commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__classify_commands] )) ||
_keten__subcmd__help__subcmd__classify_commands() {
    local commands; commands=()
    _describe -t commands 'keten help classify commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__columns_commands] )) ||
_keten__subcmd__help__subcmd__columns_commands() {
    local commands; commands=()
    _describe -t commands 'keten help columns commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__compare_commands] )) ||
_keten__subcmd__help__subcmd__compare_commands() {
    local commands; commands=()
    _describe -t commands 'keten help compare commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__completions_commands] )) ||
_keten__subcmd__help__subcmd__completions_commands() {
    local commands; commands=()
    _describe -t commands 'keten help completions commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__convert_commands] )) ||
_keten__subcmd__help__subcmd__convert_commands() {
    local commands; commands=()
    _describe -t commands 'keten help convert commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__critical-sets_commands] )) ||
_keten__subcmd__help__subcmd__critical-sets_commands() {
    local commands; commands=()
    _describe -t commands 'keten help critical-sets commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__explain_commands] )) ||
_keten__subcmd__help__subcmd__explain_commands() {
    local commands; commands=()
    _describe -t commands 'keten help explain commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__exposure_commands] )) ||
_keten__subcmd__help__subcmd__exposure_commands() {
    local commands; commands=()
    _describe -t commands 'keten help exposure commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__generate_commands] )) ||
_keten__subcmd__help__subcmd__generate_commands() {
    local commands; commands=()
    _describe -t commands 'keten help generate commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__help_commands] )) ||
_keten__subcmd__help__subcmd__help_commands() {
    local commands; commands=()
    _describe -t commands 'keten help help commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__init_commands] )) ||
_keten__subcmd__help__subcmd__init_commands() {
    local commands; commands=()
    _describe -t commands 'keten help init commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__measures_commands] )) ||
_keten__subcmd__help__subcmd__measures_commands() {
    local commands; commands=()
    _describe -t commands 'keten help measures commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__rank_commands] )) ||
_keten__subcmd__help__subcmd__rank_commands() {
    local commands; commands=()
    _describe -t commands 'keten help rank commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__report_commands] )) ||
_keten__subcmd__help__subcmd__report_commands() {
    local commands; commands=()
    _describe -t commands 'keten help report commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__sensitivity_commands] )) ||
_keten__subcmd__help__subcmd__sensitivity_commands() {
    local commands; commands=()
    _describe -t commands 'keten help sensitivity commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__simulate_commands] )) ||
_keten__subcmd__help__subcmd__simulate_commands() {
    local commands; commands=()
    _describe -t commands 'keten help simulate commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__verify_commands] )) ||
_keten__subcmd__help__subcmd__verify_commands() {
    local commands; commands=()
    _describe -t commands 'keten help verify commands' commands "$@"
}
(( $+functions[_keten__subcmd__help__subcmd__why_commands] )) ||
_keten__subcmd__help__subcmd__why_commands() {
    local commands; commands=()
    _describe -t commands 'keten help why commands' commands "$@"
}
(( $+functions[_keten__subcmd__init_commands] )) ||
_keten__subcmd__init_commands() {
    local commands; commands=()
    _describe -t commands 'keten init commands' commands "$@"
}
(( $+functions[_keten__subcmd__measures_commands] )) ||
_keten__subcmd__measures_commands() {
    local commands; commands=()
    _describe -t commands 'keten measures commands' commands "$@"
}
(( $+functions[_keten__subcmd__rank_commands] )) ||
_keten__subcmd__rank_commands() {
    local commands; commands=()
    _describe -t commands 'keten rank commands' commands "$@"
}
(( $+functions[_keten__subcmd__report_commands] )) ||
_keten__subcmd__report_commands() {
    local commands; commands=()
    _describe -t commands 'keten report commands' commands "$@"
}
(( $+functions[_keten__subcmd__sensitivity_commands] )) ||
_keten__subcmd__sensitivity_commands() {
    local commands; commands=()
    _describe -t commands 'keten sensitivity commands' commands "$@"
}
(( $+functions[_keten__subcmd__simulate_commands] )) ||
_keten__subcmd__simulate_commands() {
    local commands; commands=()
    _describe -t commands 'keten simulate commands' commands "$@"
}
(( $+functions[_keten__subcmd__verify_commands] )) ||
_keten__subcmd__verify_commands() {
    local commands; commands=()
    _describe -t commands 'keten verify commands' commands "$@"
}
(( $+functions[_keten__subcmd__why_commands] )) ||
_keten__subcmd__why_commands() {
    local commands; commands=()
    _describe -t commands 'keten why commands' commands "$@"
}

if [ "$funcstack[1]" = "_keten" ]; then
    _keten "$@"
else
    compdef _keten keten
fi
