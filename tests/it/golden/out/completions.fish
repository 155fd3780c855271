# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_keten_global_optspecs
    string join \n format= out= lang= stance= seed= samples= until-se= max-memory= answers= threads= q/quiet no-color h/help V/version
end

function __fish_keten_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_keten_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_keten_using_subcommand
    set -l cmd (__fish_keten_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c keten -n "__fish_keten_needs_command" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_needs_command" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_needs_command" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_needs_command" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_needs_command" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_needs_command" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_needs_command" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_needs_command" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_needs_command" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_needs_command" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_needs_command" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_needs_command" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_needs_command" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_needs_command" -s V -l version -d 'Print version'
complete -c keten -n "__fish_keten_needs_command" -f -a "check" -d 'Look a network over: faults, warnings, what it can and cannot answer'
complete -c keten -n "__fish_keten_needs_command" -f -a "simulate" -d 'What falls, when and why, in a scenario'
complete -c keten -n "__fish_keten_needs_command" -f -a "why" -d 'Why a node fails in a scenario, and what would have prevented it'
complete -c keten -n "__fish_keten_needs_command" -f -a "rank" -d 'Whose lasting loss brings down most'
complete -c keten -n "__fish_keten_needs_command" -f -a "chokepoints" -d 'Where compromise must pass on its way, and which guard holds off most'
complete -c keten -n "__fish_keten_needs_command" -f -a "classify" -d 'Which nodes would count as vital, by which criterion, and how firmly'
complete -c keten -n "__fish_keten_needs_command" -f -a "measures" -d 'What each measure helps and costs, and the best that a budget buys'
complete -c keten -n "__fish_keten_needs_command" -f -a "sensitivity" -d 'Which uncertain cells decide a figure of a scenario, and whom to ask'
complete -c keten -n "__fish_keten_needs_command" -f -a "verify" -d 'Hold the network against what is known of past incidents'
complete -c keten -n "__fish_keten_needs_command" -f -a "report" -d 'A whole report as a page (--out X.html), on a scenario or on the network; in other formats who must be called'
complete -c keten -n "__fish_keten_needs_command" -f -a "exposure" -d 'What an actor or a country has in its hands, and what follows if it withdraws or abuses that'
complete -c keten -n "__fish_keten_needs_command" -f -a "critical-sets" -d 'What together brings down most, and how much worse that is than each alone'
complete -c keten -n "__fish_keten_needs_command" -f -a "compare" -d 'What differs between two networks or scenarios, what follows from it, and which rows are behind it'
complete -c keten -n "__fish_keten_needs_command" -f -a "explain" -d 'Explain a diagnostic code such as K012'
complete -c keten -n "__fish_keten_needs_command" -f -a "columns" -d 'Every column that tables may have, in English and Dutch'
complete -c keten -n "__fish_keten_needs_command" -f -a "init" -d 'Make a folder with a commented case to fill in'
complete -c keten -n "__fish_keten_needs_command" -f -a "convert" -d 'Turn a network, or a bill of materials, into a folder of tables or a file for another program'
complete -c keten -n "__fish_keten_needs_command" -f -a "generate" -d 'Make a synthetic network'
complete -c keten -n "__fish_keten_needs_command" -f -a "completions" -d 'Completions for a shell'
complete -c keten -n "__fish_keten_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c keten -n "__fish_keten_using_subcommand check" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand check" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand check" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand check" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand check" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand check" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand check" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand check" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand check" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand check" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand check" -l structure -d 'Also how it is built: loops, depth, single points of failure, redundancy that hangs on one node'
complete -c keten -n "__fish_keten_using_subcommand check" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand check" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand check" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand simulate" -l scenario -d 'A scenario file, or the name of one in the network\'s scenarios folder' -r
complete -c keten -n "__fish_keten_using_subcommand simulate" -l fail -d 'Nodes that fail, when and for how long; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand simulate" -l compromise -d 'Nodes that are compromised, and when; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand simulate" -l trigger -d 'When nodes that are compromised by then are taken out; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand simulate" -l horizon -d 'How far to look ahead, in hours (default: the scenario\'s, else 72)' -r
complete -c keten -n "__fish_keten_using_subcommand simulate" -l range -d 'With --bounds, where empty cells of a column lie: LOW..HIGH, default or widest; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand simulate" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand simulate" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand simulate" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand simulate" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand simulate" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand simulate" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand simulate" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand simulate" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand simulate" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand simulate" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand simulate" -l bounds -d 'What must, may and cannot fall, wherever the values lie within their ranges'
complete -c keten -n "__fish_keten_using_subcommand simulate" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand simulate" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand simulate" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand why" -l node -d 'The same as an option; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand why" -l scenario -d 'A scenario file, or the name of one in the network\'s scenarios folder' -r
complete -c keten -n "__fish_keten_using_subcommand why" -l fail -d 'Nodes that fail, when and for how long; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand why" -l compromise -d 'Nodes that are compromised, and when; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand why" -l trigger -d 'When nodes that are compromised by then are taken out; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand why" -l horizon -d 'How far to look ahead, in hours (default: the scenario\'s, else 72)' -r
complete -c keten -n "__fish_keten_using_subcommand why" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand why" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand why" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand why" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand why" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand why" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand why" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand why" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand why" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand why" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand why" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand why" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand why" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand rank" -l by -d 'node, owner, or a column whose values are lost together: operator, sector, region, ...' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l of -d 'Which nodes may be lost at the start (a selector; default all)' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l criterion -d 'affected, `processes_lost`, lost, `lost_h`, `sectors_hit`, `first_vital_loss_h`, compromised, or a criterion of the network\'s impacts' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l within -d 'How long after the loss to look, in hours' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l top -d 'How many rows to show' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l threshold -d 'An output at or below this is lost' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l engine -d 'The way to take, where it can serve the network' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand rank" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand rank" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand rank" -l debug-engine -d 'Name the way that is taken on standard error'
complete -c keten -n "__fish_keten_using_subcommand rank" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand rank" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand rank" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -l from -d 'Where compromise may begin (a selector)' -r
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -l to -d 'What must not be reached (a selector; default: everything vital)' -r
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -l top -d 'How many rows to show' -r
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand chokepoints" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand classify" -l scheme -d 'By whose limits: a scheme of the criteria (default: the one whose classes are A and B)' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l of -d 'Which nodes (a selector; default all: vital ones are shown, others where they reach a class)' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l within -d 'How long after the loss to look, in hours' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l threshold -d 'An output at or below this is lost' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l at-least -d 'How many criteria must reach a class' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l without -d 'A criterion that does not count; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l top -d 'How many nodes that are not vital to show' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand classify" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand classify" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand classify" -l alone -d 'Lose each process by itself, without its parts'
complete -c keten -n "__fish_keten_using_subcommand classify" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand classify" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand classify" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand measures" -l scenario -d 'A scenario file, or the name of one in the network\'s scenarios folder' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l fail -d 'Nodes that fail, when and for how long; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l compromise -d 'Nodes that are compromised, and when; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l trigger -d 'When nodes that are compromised by then are taken out; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l horizon -d 'How far to look ahead, in hours (default: the scenario\'s, else 72)' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l of -d 'Without events: which nodes may be lost (a selector; default all)' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l criterion -d 'What is to be made smaller: a criterion of the network\'s impacts, `lost_h`, lost, affected, `processes_lost` or `sectors_hit`' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l budget -d 'What may be spent, in euros: finds the best set of measures' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l years -d 'Over how many years yearly costs are added up' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand measures" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand measures" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand measures" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand measures" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand measures" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l scenario -d 'A scenario file, or the name of one in the network\'s scenarios folder' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l fail -d 'Nodes that fail, when and for how long; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l compromise -d 'Nodes that are compromised, and when; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l trigger -d 'When nodes that are compromised by then are taken out; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l horizon -d 'How far to look ahead, in hours (default: the scenario\'s, else 72)' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l figure -d 'What is to be known: `lost_h`, affected, lost, `processes_lost` or `sectors_hit`; of a node `lost_h`, `first_loss_h` or `min_output`' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l node -d 'The node whose figure it is (default: all together)' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l top -d 'How many questions to show' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l range -d 'Where empty cells of a column lie: LOW..HIGH, default (known for certain) or widest; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l conclusion -d 'A conclusion of which is sought what would overturn it: \'NODE falls\', \'NODE is lost\', \'NODE cannot fall\' or \'NODE in top N\'' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l questionnaire -d 'Write the questions as a form to fill in, as csv' -r -F
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand sensitivity" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand verify" -l scenario -d 'A scenario to check; may be repeated (default: all of the network\'s)' -r
complete -c keten -n "__fish_keten_using_subcommand verify" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand verify" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand verify" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand verify" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand verify" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand verify" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand verify" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand verify" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand verify" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand verify" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand verify" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand verify" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand verify" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand report" -l scenario -d 'A scenario file, or the name of one in the network\'s scenarios folder' -r
complete -c keten -n "__fish_keten_using_subcommand report" -l fail -d 'Nodes that fail, when and for how long; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand report" -l compromise -d 'Nodes that are compromised, and when; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand report" -l trigger -d 'When nodes that are compromised by then are taken out; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand report" -l horizon -d 'How far to look ahead, in hours (default: the scenario\'s, else 72)' -r
complete -c keten -n "__fish_keten_using_subcommand report" -l by -d 'A column to divide by: ministry, supervisor, region, operator, ...' -r
complete -c keten -n "__fish_keten_using_subcommand report" -l beside -d 'Another version of the network: the page also tells what changed since' -r
complete -c keten -n "__fish_keten_using_subcommand report" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand report" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand report" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand report" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand report" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand report" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand report" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand report" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand report" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand report" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand report" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand report" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand report" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand exposure" -l actor -d 'An actor: an owner, a company, an operator or a node' -r
complete -c keten -n "__fish_keten_using_subcommand exposure" -l country -d 'A country: all that it ultimately controls or hosts' -r
complete -c keten -n "__fish_keten_using_subcommand exposure" -l acquire -d 'Before and after an acquisition; without --actor it is the buyer who is looked at' -r
complete -c keten -n "__fish_keten_using_subcommand exposure" -l of -d 'With --cyber: which nodes count as ICT (a selector; default all that provide through a row of type cyber)' -r
complete -c keten -n "__fish_keten_using_subcommand exposure" -l within -l horizon -d 'How long after the withdrawal, the abuse or the loss to look, in hours' -r
complete -c keten -n "__fish_keten_using_subcommand exposure" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand exposure" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand exposure" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand exposure" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand exposure" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand exposure" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand exposure" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand exposure" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand exposure" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand exposure" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand exposure" -l cyber -d 'The ICT that each vital process needs, whose it is and where, shared ones first'
complete -c keten -n "__fish_keten_using_subcommand exposure" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand exposure" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand exposure" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l size -d 'How many are lost, or happen, together' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l scenario -d 'Combine the events of this scenario in place of lost nodes' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l by -d 'node, owner, or a column whose values are lost together: operator, sector, region, ...' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l orders -d 'With --curve: how many random orders' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l of -d 'Which nodes may be lost at the start (a selector; default all)' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l criterion -d 'affected, `processes_lost`, lost, `lost_h`, `sectors_hit`, `first_vital_loss_h`, or a criterion of the network\'s impacts' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l within -l horizon -d 'How long to look, in hours (default: 72, or the scenario\'s horizon)' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l top -d 'How many rows to show' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l threshold -d 'An output at or below this is lost' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l curve -d 'How many losses until half of the processes are lost: the worst first, and in random orders'
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand critical-sets" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand compare" -l scenario -d 'A scenario for both networks; or twice, for one network under each' -r
complete -c keten -n "__fish_keten_using_subcommand compare" -l criterion -d 'affected, `processes_lost`, lost, `lost_h`, `sectors_hit`, `first_vital_loss_h` or compromised' -r
complete -c keten -n "__fish_keten_using_subcommand compare" -l within -d 'How long after the loss to look, in hours' -r
complete -c keten -n "__fish_keten_using_subcommand compare" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand compare" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand compare" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand compare" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand compare" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand compare" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand compare" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand compare" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand compare" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand compare" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand compare" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand compare" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand compare" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand explain" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand explain" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand explain" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand explain" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand explain" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand explain" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand explain" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand explain" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand explain" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand explain" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand explain" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand explain" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand explain" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand columns" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand columns" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand columns" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand columns" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand columns" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand columns" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand columns" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand columns" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand columns" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand columns" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand columns" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand columns" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand columns" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand init" -l template -d 'What to begin with' -r -f -a "empty\t''
telecom\t''
electricity\t''
municipality\t''"
complete -c keten -n "__fish_keten_using_subcommand init" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand init" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand init" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand init" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand init" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand init" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand init" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand init" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand init" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand init" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand init" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand init" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand init" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand convert" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand convert" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand convert" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand convert" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand convert" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand convert" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand convert" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand convert" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand convert" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand convert" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand convert" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand convert" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand convert" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand generate" -l nodes -d 'How many nodes' -r
complete -c keten -n "__fish_keten_using_subcommand generate" -l mean-degree -d 'How many dependencies a node has on average' -r
complete -c keten -n "__fish_keten_using_subcommand generate" -l shape -d 'Who provides to whom' -r -f -a "scale-free\t''
random\t''
layered\t''"
complete -c keten -n "__fish_keten_using_subcommand generate" -l needs -d 'Every row a need of its own, or needs of which some members are enough' -r -f -a "all\t''
k-of-n\t''"
complete -c keten -n "__fish_keten_using_subcommand generate" -l probability -d 'Let every row carry losses with this probability only' -r
complete -c keten -n "__fish_keten_using_subcommand generate" -l access -d 'Let every row pass compromise: at once, or after 0, 1, 4 or 12 hours' -r -f -a "none\t''
instant\t''
timed\t''"
complete -c keten -n "__fish_keten_using_subcommand generate" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand generate" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand generate" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand generate" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand generate" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand generate" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand generate" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand generate" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand generate" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand generate" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand generate" -l buffers -d 'Give one need in four a buffer of 4, 24 or 72 hours'
complete -c keten -n "__fish_keten_using_subcommand generate" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand generate" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand generate" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand completions" -l format -d 'Format on standard output' -r -f -a "table\t''
csv\t''
json\t''
md\t''
html\t''
xlsx\t''"
complete -c keten -n "__fish_keten_using_subcommand completions" -l out -d 'Write to a file, in the format of its ending: .json, .csv, .md, .txt, .xlsx, .html, .svg; may be repeated' -r -F
complete -c keten -n "__fish_keten_using_subcommand completions" -l lang -d 'Language of texts: en or nl (default: from `KETEN_LANG`, else en)' -r
complete -c keten -n "__fish_keten_using_subcommand completions" -l stance -d 'How unknowns are taken' -r
complete -c keten -n "__fish_keten_using_subcommand completions" -l seed -d 'Seed of all draws' -r
complete -c keten -n "__fish_keten_using_subcommand completions" -l samples -d 'Draw unknowns so many times and give bands in place of numbers (with --until-se: at most so many)' -r
complete -c keten -n "__fish_keten_using_subcommand completions" -l until-se -d 'Draw samples until the standard error of the main figure is no larger than this' -r
complete -c keten -n "__fish_keten_using_subcommand completions" -l max-memory -d 'The most memory to use, such as 500M or 4G: what is estimated to take more is refused (default: no limit; 4G for the values of samples)' -r
complete -c keten -n "__fish_keten_using_subcommand completions" -l answers -d 'A filled-in questionnaire of sensitivity: each answer replaces what its cell says; may be repeated' -r
complete -c keten -n "__fish_keten_using_subcommand completions" -l threads -d 'Threads to use (default: all); never changes a result' -r
complete -c keten -n "__fish_keten_using_subcommand completions" -s q -l quiet -d 'Say nothing but errors on standard error'
complete -c keten -n "__fish_keten_using_subcommand completions" -l no-color -d 'No colours'
complete -c keten -n "__fish_keten_using_subcommand completions" -s h -l help -d 'Print help'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "check" -d 'Look a network over: faults, warnings, what it can and cannot answer'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "simulate" -d 'What falls, when and why, in a scenario'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "why" -d 'Why a node fails in a scenario, and what would have prevented it'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "rank" -d 'Whose lasting loss brings down most'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "chokepoints" -d 'Where compromise must pass on its way, and which guard holds off most'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "classify" -d 'Which nodes would count as vital, by which criterion, and how firmly'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "measures" -d 'What each measure helps and costs, and the best that a budget buys'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "sensitivity" -d 'Which uncertain cells decide a figure of a scenario, and whom to ask'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "verify" -d 'Hold the network against what is known of past incidents'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "report" -d 'A whole report as a page (--out X.html), on a scenario or on the network; in other formats who must be called'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "exposure" -d 'What an actor or a country has in its hands, and what follows if it withdraws or abuses that'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "critical-sets" -d 'What together brings down most, and how much worse that is than each alone'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "compare" -d 'What differs between two networks or scenarios, what follows from it, and which rows are behind it'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "explain" -d 'Explain a diagnostic code such as K012'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "columns" -d 'Every column that tables may have, in English and Dutch'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "init" -d 'Make a folder with a commented case to fill in'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "convert" -d 'Turn a network, or a bill of materials, into a folder of tables or a file for another program'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "generate" -d 'Make a synthetic network'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "completions" -d 'Completions for a shell'
complete -c keten -n "__fish_keten_using_subcommand help; and not __fish_seen_subcommand_from check simulate why rank chokepoints classify measures sensitivity verify report exposure critical-sets compare explain columns init convert generate completions help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
