//! Tables of other programs and of spreadsheets (I2, I7).

use std::fs;
use std::path::Path;

use crate::support::at;
use ldn_diary::diary::Settings;
use ldn_diary::exchange::table::{self};

#[test]
fn dump() {
    let dir = std::env::var("DUMP").unwrap_or_default();
    if dir.is_empty() {
        return;
    }
    let mut names: Vec<_> = fs::read_dir(Path::new(&dir))
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    names.sort();
    for path in names {
        println!("=== {}", path.display());
        let opened = match table::open(&fs::read(&path).unwrap()) {
            Ok(o) => o,
            Err(e) => {
                println!("{e:?}");
                continue;
            }
        };
        let now = at("2026-06-07T21:00:00+02:00");
        let p = table::propose(&opened, &Settings::default(), now.date_naive());
        println!(
            "{:?} {:?} {:?} {:?} {:?} rows {} {:?}..{:?} dates {:?} header {} other {}",
            p.program,
            p.layout,
            p.encoding,
            p.separator,
            p.table,
            p.rows,
            p.first_day,
            p.last_day,
            p.dates,
            p.header_line,
            p.other_tables
        );
        for f in &p.fields {
            println!(
                "  {:?} {:?} filled {} range {:?} words {:?} -> {:?} {:?} {:?} {:?} most {}",
                f.source,
                f.name,
                f.filled,
                f.range.map(|(a, b)| format!("{a}..{b}")),
                f.words,
                f.meaning,
                f.scale,
                f.zero,
                f.join,
                f.most_a_day
            );
            for s in &f.samples {
                println!("      {} {:?} => {:?}", s.line, s.before, s.after);
            }
        }
        let r = table::read(&opened, &p, &Settings::default(), now);
        println!("  source {:?}", r.source);
        for d in &r.days {
            let a = d.answers();
            println!(
                "  {} {:?} se {:?} dose {:?} rescue {:?} tags {:?} note {:?}",
                d.date(),
                a.items.iter().map(|(i, r)| format!("{i}={r}")).collect::<Vec<_>>(),
                a.side_effects
                    .iter()
                    .map(|(i, r)| format!("{i}={r}"))
                    .collect::<Vec<_>>(),
                a.dose_taken.map(|d| d.to_string()),
                a.rescue_medicine,
                a.tags.iter().map(|t| t.id().to_owned()).collect::<Vec<_>>(),
                a.note.as_str()
            );
        }
        for l in &r.left_out {
            println!("  LEFT {l:?}");
        }
    }
}
