//! What cells hold: stated, not stated, none; words, numbers, distributions, attributes.

use super::{detail, network, node};
use keten::network::{Access, Category, Cell, Confidence, Importance, Kind, Nature, NodeKey, OnDetect};
use keten::units::{Level, Quantity, Time};

fn hours(hours: u32) -> Cell<Quantity<Time>> {
    Cell::Is(Quantity::Fixed(Time::from_hours(hours)))
}

#[test]
fn stated_not_stated_and_none_are_kept_apart() {
    for (cell, expected) in [("", Cell::NotStated), ("none", Cell::None), ("Geen", Cell::None), ("0", hours(0)), ("72", hours(72))] {
        let network = network(format!("dependent,provider,buffer_h\na,b,{cell}\n"));
        assert_eq!(detail(&network).buffer, expected, "{cell}");
    }
}

#[test]
fn every_column_of_a_dependency_arrives() {
    let network = network(
        "dependent,provider,need,share,minimum,importance,buffer_h,refill_h,activation_h,start_p,probability,type,access,p_compromise,ttc_h,source,confidence,marking,kabel\n\
         a,b,stroom,1,none,0.5,1,2,0,0.9,0.8,cyber,remote,0.7,3,CBS,hoog,TLP:GREEN,glas\n",
    );
    let row = detail(&network);
    assert_eq!(row.importance, Some(Importance::Supporting(Quantity::Fixed(Level::from_ppm(500_000).unwrap()))));
    assert_eq!((&row.buffer, &row.refill, &row.activation, &row.ttc), (&hours(1), &hours(2), &hours(0), &hours(3)));
    let p = |cell: &Option<Quantity<_>>| cell.as_ref().map(ToString::to_string);
    assert_eq!((p(&row.start_p), p(&row.probability), p(&row.p_compromise)), (Some("0.9".into()), Some("0.8".into()), Some("0.7".into())));
    assert_eq!((row.nature, &row.access), (Some(Nature::Cyber), &Cell::Is(Access::Remote)));
    assert_eq!(row.provenance.confidence, Some(Confidence(0.9)));
    let texts = [row.provenance.source.unwrap(), row.provenance.marking.unwrap(), row.attributes[0].0, row.attributes[0].1];
    assert_eq!(texts.map(|name| network.text(name)), ["CBS", "TLP:GREEN", "kabel", "glas"]);
    let need = network.needs().next().unwrap();
    assert_eq!((network.need_name(need), network.minimum(need)), ("stroom", Quantity::Fixed(Level::ZERO)));
}

#[test]
fn every_column_of_a_node_arrives() {
    let (network, row) = node(
        "name,kind,sector,category,ministry,operator,region,country,product,repair_h,restart_h,black_start_h,detect_h,on_detect,failures_per_year,supervisor,lat,lon,source,confidence,marking,bouwjaar",
        "Naam,process,telecom,A,EZ,KPN,NH,NL,none,1,2,geen,4,afsluiten,0.5,RDI,52.3,-4.9,CBS,0.4,TLP:CLEAR,1970",
    );
    assert_eq!((row.kind, &row.category, &row.on_detect), (Some(Kind::Process), &Cell::Is(Category::A), &Cell::Is(OnDetect::Shutdown)));
    assert_eq!((&row.repair, &row.restart, &row.black_start, &row.detect), (&hours(1), &hours(2), &Cell::None, &hours(4)));
    assert_eq!((row.location, row.product, row.provenance.confidence), ((Some(52.3), Some(-4.9)), None, Some(Confidence(0.4))));
    assert_eq!(row.failures_per_year.value().unwrap().to_string(), "0.5");
    let texts = [row.name, row.sector, row.ministry, row.operator, row.region, row.country, row.supervisor, row.provenance.source];
    let expected = ["Naam", "telecom", "EZ", "KPN", "NH", "NL", "RDI", "CBS"];
    assert_eq!(texts.map(|name| network.text(name.unwrap())), expected);
    let year = NodeKey::parse(&network, "bouwjaar").unwrap();
    assert_eq!(year.value(&network, network.find("a").unwrap()), Some("1970"));
}

#[test]
fn dutch_words_mean_what_the_english_ones_mean() {
    for (word, nature) in [("fysiek", Nature::Physical), ("Geografisch", Nature::Geographic), ("logisch", Nature::Logical)] {
        assert_eq!(detail(&network(format!("afnemer,leverancier,soort\na,b,{word}\n"))).nature, Some(nature));
    }
    for (word, kind) in
        [("proces", Kind::Process), ("toeleverancier", Kind::Supplier), ("Object", Kind::Asset), ("bevolking", Kind::Population)]
    {
        assert_eq!(node("soort", word).1.kind, Some(kind));
    }
    let access = network("afnemer,leverancier,toegang\na,b,op afstand\n");
    assert_eq!(detail(&access).access, Cell::Is(Access::Remote));
    let essential = network("afnemer,leverancier,belang\na,b,essentieel\n");
    assert_eq!(detail(&essential).importance, Some(Importance::Essential));
}

#[test]
fn three_thirds_make_a_whole() {
    let network = network("dependent,provider,need,share\na,b,x,1/3\na,c,x,1/3\na,d,x,1/3\n");
    assert!(network.dependencies().iter().all(|member| network.terms(member).share == 333_333));
}

#[test]
fn a_distribution_stands_wherever_a_number_may() {
    let network = network(
        "dependent,provider,need,share,minimum,buffer_h,start_p\na,b,x,\"uniform(0.9,1)\",uniform(0|0.5),\"pert(1,2,4)\",tri(0.8|0.9|1)\n\
         a,c,x,1,,,\n",
    );
    let row = detail(&network);
    assert_eq!(network.share(&network.dependencies()[0]).to_string(), "uniform(0.9|1)");
    assert_eq!(network.minimum(network.needs().next().unwrap()).to_string(), "uniform(0|0.5)");
    assert_eq!(
        (row.buffer.value().unwrap().to_string(), row.start_p.as_ref().unwrap().to_string()),
        ("pert(1|2|4)".into(), "tri(0.8|0.9|1)".into())
    );
}

#[test]
fn rows_that_state_the_same_share_one_detail() {
    let network = network("dependent,provider,source\na,b,CBS\nb,c,CBS\nc,d,\nd,e,CBS\n");
    let places: Vec<u32> = network.dependencies().iter().map(|d| network.terms(d).detail).collect();
    assert_eq!(places, [0, 0, keten::network::NO_DETAIL, 0]);
}
