//! The help of the command line in Dutch. Its English stands with the arguments themselves; a test there holds this list complete.

/// What a command is for.
pub fn command(name: &str) -> Option<&'static str> {
    Some(match name {
        "keten" => "Wat valt er uit als dit uitvalt, wanneer, waardoor, en wat is kritiek.",
        "check" => "Bekijk een netwerk: fouten, waarschuwingen, wat het wel en niet kan beantwoorden",
        "simulate" => "Wat valt er uit, wanneer en waardoor, in een scenario",
        "why" => "Waardoor een knoop in een scenario uitvalt, en wat dat had voorkomen",
        "rank" => "Wiens blijvende uitval het meeste meeneemt",
        "chokepoints" => "Waar compromittering onderweg langs moet, en welke bewaking het meest afhoudt",
        "classify" => "Welke knopen als vitaal zouden gelden, door welk criterium, en hoe vast dat staat",
        "measures" => "Wat elke maatregel helpt en kost, en het beste dat een budget koopt",
        "sensitivity" => "Welke onzekere cellen een cijfer van een scenario bepalen, en bij wie dat na te vragen is",
        "verify" => "Toets het netwerk aan wat van eerdere incidenten bekend is",
        "report" => {
            "Een heel rapport als pagina (--out X.html), over een scenario of over het netwerk; in andere vormen wie er gebeld moet worden"
        }
        "critical-sets" => "Wat samen het meeste meeneemt, en hoeveel erger dat is dan elk apart",
        "exposure" => "Wat een partij of een land in handen heeft, en wat er volgt als het zich terugtrekt of dat misbruikt",
        "explain" => "Leg een code uit, zoals K012",
        "columns" => "Elke kolom die tabellen mogen hebben, in het Engels en Nederlands",
        "init" => "Maak een map met een toegelichte casus om in te vullen",
        "compare" => "Wat er verschilt tussen twee netwerken of scenario's, wat daaruit volgt, en welke rijen erachter zitten",
        "convert" => "Maak van een netwerk, of van een materiaallijst, een map met tabellen of een bestand voor een ander programma",
        "generate" => "Maak een kunstmatig netwerk",
        "completions" => "Aanvullingen voor een shell",
        "help" => "Toon deze hulp, of die van een opdracht",
        _ => return None,
    })
}

/// What an argument of a command is for.
pub fn argument(command: &str, name: &str) -> Option<&'static str> {
    particular(command, name).or_else(|| general(name))
}

/// What an argument is for that means something of its own in this command.
fn particular(command: &str, name: &str) -> Option<&'static str> {
    Some(match (command, name) {
        ("generate", "nodes") => "Hoeveel knopen",
        ("compare", "scenario") => "Een scenario voor beide netwerken; of twee keer, voor één netwerk onder elk",
        ("compare", "criterion") => "affected, processes_lost, lost, lost_h, sectors_hit, first_vital_loss_h of compromised",
        ("critical-sets", "scenario") => "Combineer de gebeurtenissen van dit scenario in plaats van uitvallende knopen",
        ("critical-sets", "criterion") => {
            "affected, processes_lost, lost, lost_h, sectors_hit, first_vital_loss_h of een criterium van de gevolgen van het netwerk"
        }
        ("critical-sets", "within") => "Hoe lang er wordt gekeken, in uren (standaard: 72, of de horizon van het scenario)",
        ("rank" | "classify" | "compare", "within") => "Hoe lang na de uitval er wordt gekeken, in uren",
        ("measures", "of") => "Zonder gebeurtenissen: welke knopen mogen uitvallen (een selectie; standaard alle)",
        ("verify", "scenario") => "Een scenariobestand, of de naam van een scenario van het netwerk; mag vaker (standaard: alle)",
        _ => return None,
    })
}

/// What an argument is for, in any command.
fn general(name: &str) -> Option<&'static str> {
    Some(match name {
        "beside" => "Een andere versie van het netwerk: de pagina vertelt ook wat er sindsdien veranderde",
        "bounds" => "Wat zeker, misschien en zeker niet uitvalt, waar de waarden binnen hun grenzen ook liggen",
        "range" => "Waar lege cellen van een kolom liggen (bij simulate: met --bounds): LAAG..HOOG, default of widest; mag vaker",
        "structure" => {
            "Ook hoe het in elkaar zit: kringen, diepte, enkelvoudige storingspunten, dubbele voorzieningen die op één knoop rusten"
        }
        "size" => "Hoeveel er samen uitvallen, of samen gebeuren",
        "curve" => "Hoeveel er moet uitvallen tot de helft van de processen uit is: het ergste eerst, en in willekeurige volgorde",
        "orders" => "Bij --curve: hoeveel willekeurige volgordes",
        "network" => "Een map met tabellen, een werkmap (.xlsx), een CSV-bestand met afhankelijkheden, of - voor de standaardinvoer",
        "scenario" => "Een scenariobestand, of de naam van een scenario in de map scenarios van het netwerk",
        "fail" => "Knopen die uitvallen: SELECTIE[@op_uur][+duur_uren]; mag vaker",
        "compromise" => "Knopen die gecompromitteerd worden: SELECTIE[@op_uur]; mag vaker",
        "trigger" => "Wanneer wat dan gecompromitteerd is, uitvalt: SELECTIE@op_uur[+duur_uren]; mag vaker",
        "horizon" => "Hoe ver vooruit wordt gekeken, in uren (standaard: die van het scenario, anders 72)",
        "nodes" => "De knopen die worden uitgelegd (selecties)",
        "node" => "Hetzelfde als optie; mag vaker",
        "by" => "node, owner (uiteindelijke eigenaar), of een kolom waarvan de waarden samen uitvallen: operator, sector, region, ...",
        "figure" => {
            "Wat men wil weten: lost_h, affected, lost, processes_lost of sectors_hit; van een knoop lost_h, first_loss_h of min_output"
        }
        "figure_of" => "De knoop waarvan het cijfer is (standaard: alle samen)",
        "questions" => "Hoeveel vragen er worden getoond",
        "conclusion" => {
            "Een conclusie waarvan wordt gezocht wat haar zou omkeren: 'KNOOP valt', 'KNOOP valt geheel uit', 'KNOOP kan niet uitvallen' of 'KNOOP in top N'"
        }
        "answers" => "Een ingevulde vragenlijst van sensitivity: elk antwoord komt in de plaats van wat in zijn cel staat; mag vaker",
        "questionnaire" => "Schrijf de vragen als invulformulier, als csv",
        "party" => "Een kolom om op te verdelen: ministry, supervisor, region, operator, ...",
        "cyber" => "De ICT die elk vitaal proces nodig heeft, van wie en waar, wat het meest gedeeld wordt eerst",
        "ict" => "Bij --cyber: welke knopen als ICT tellen (een selectie; standaard wat levert via een rij van soort digitaal)",
        "actor" => "Een partij: een eigenaar, een onderneming, een aanbieder of een knoop",
        "country" => "Een land: alles waar het uiteindelijk zeggenschap over heeft of dat er staat",
        "acquire" => "Voor en na een overname, KOPER:ONDERNEMING:AANDEEL; zonder --actor wordt naar de koper gekeken",
        "of" => "Welke knopen aan het begin mogen uitvallen (een selectie; standaard alle)",
        "criterion" => {
            "affected, processes_lost, lost, lost_h, sectors_hit, first_vital_loss_h, compromised of een criterium van de gevolgen van het netwerk"
        }
        "within" => "Hoe lang na de uitval, de terugtrekking of het misbruik wordt gekeken, in uren",
        "top" => "Hoeveel rijen er worden getoond",
        "threshold" => "Een niveau tot en met dit telt als uitgevallen",
        "code" => "De code; zonder code staan ze er allemaal",
        "folder" => "De map die wordt gemaakt; een die al bestaat blijft zoals hij is",
        "template" => "Waarmee u begint: leeg, telecom, elektriciteit of gemeente",
        "from" => "Waar compromittering kan beginnen (een selectie)",
        "to" => "Wat niet bereikt mag worden (een selectie; standaard alles wat vitaal is)",
        "other" => "Het tweede netwerk; zonder worden twee scenario's van het eerste vergeleken",
        "convertible" => "Een netwerk, of een materiaallijst (*.lock, *.json); --out noemt de map of het bestand dat wordt gemaakt",
        "shell" => "De shell",
        _ => return common(name),
    })
}

/// What an option is for that every command knows.
fn common(name: &str) -> Option<&'static str> {
    Some(match name {
        "format" => "Vorm op de standaarduitvoer",
        "out" => "Schrijf naar een bestand, in de vorm van zijn extensie: .json, .csv, .md, .txt, .xlsx, .html, .svg; mag vaker",
        "lang" => "Taal van teksten: en of nl (standaard: uit KETEN_LANG, anders en)",
        "stance" => "Hoe onbekenden worden genomen: voorzichtig, centraal of optimistisch",
        "seed" => "Beginwaarde van alle trekkingen",
        "samples" => "Trek onbekenden zo vaak en geef banden in plaats van getallen (met --until-se: hoogstens zo vaak)",
        "until_se" => "Trek tot de standaardfout van het hoofdcijfer niet groter is dan dit",
        "max_memory" => {
            "Zoveel geheugen mag het kosten, zoals 500M of 4G: wat naar schatting meer kost, wordt geweigerd (standaard: geen grens; 4G voor de waarden van trekkingen)"
        }
        "threads" => "Aantal threads (standaard: alle); verandert nooit een uitkomst",
        "quiet" => "Meld alleen fouten",
        "no_color" => "Geen kleuren",
        "help" => "Toon hulp",
        "version" => "Toon de versie",
        _ => return generated(name),
    })
}

/// What an argument of `generate` is for.
fn generated(name: &str) -> Option<&'static str> {
    Some(match name {
        "mean_degree" => "Hoeveel afhankelijkheden een knoop gemiddeld heeft",
        "shape" => "Wie aan wie levert",
        "needs" => "Elke rij een eigen behoefte, of behoeften waarvan enkele leveranciers genoeg zijn",
        "probability" => "Laat elke rij verliezen alleen met deze kans doorgeven",
        "buffers" => "Geef een op de vier behoeften een buffer van 4, 24 of 72 uur",
        "access" => "Laat elke rij compromittering doorgeven: meteen, of na 0, 1, 4 of 12 uur",
        _ => return judging(name),
    })
}

/// What an argument of `classify` or `measures` is for.
fn judging(name: &str) -> Option<&'static str> {
    Some(match name {
        "scheme" => "Volgens wiens grenzen: een stelsel van de criteria (standaard: dat met de klassen A en B)",
        "classified" => "Welke knopen (een selectie; standaard alle: vitale worden getoond, andere als ze een klasse halen)",
        "alone" => "Laat elk proces apart uitvallen, zonder zijn onderdelen",
        "smaller" => {
            "Wat kleiner moet worden: een criterium van de gevolgen van het netwerk, lost_h, lost, affected, processes_lost of sectors_hit"
        }
        "budget" => "Wat er te besteden is, in euro: vindt de beste combinatie van maatregelen",
        "years" => "Over hoeveel jaar jaarlijkse kosten worden opgeteld",
        "at_least" => "Hoeveel criteria een klasse moeten halen",
        "without" => "Een criterium dat niet meetelt; mag vaker",
        _ => return None,
    })
}
