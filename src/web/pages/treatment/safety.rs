//! The safety facts before LDN starts (P5): facts with sources, no advice on doses.

use crate::web::views::CollectAny as _;
use leptos::prelude::*;

/// Each fact: what it is about, the fact, where it stands.
const FACTS: [(&str, &str, &str); 4] = [
    (
        "Opioids",
        "Naltrexone blocks opioid pain medicines, such as codeine, tramadol, morphine or oxycodone, and can bring on sudden withdrawal in people who take them, methadone or buprenorphine. Tell your prescriber about any opioid before the first dose.",
        "Naltrexone tablets, US prescribing information, sections Contraindications and Warnings (DailyMed)",
    ),
    (
        "Surgery and emergencies",
        "Tell surgeons, dentists and emergency staff that you take naltrexone: opioid pain relief may not work as they expect. Do not try to overcome the block with more opioids; that can be fatal.",
        "Naltrexone tablets, US prescribing information, section Warnings (DailyMed)",
    ),
    (
        "Liver",
        "Talk to your prescriber if you have, or had, liver disease. Older labels list acute hepatitis and liver failure as reasons not to take naltrexone.",
        "Naltrexone tablets, US prescribing information, older and current versions (DailyMed)",
    ),
    (
        "Pregnancy and breastfeeding",
        "Talk to your prescriber if you are pregnant, want to be, or breastfeed.",
        "Naltrexone tablets, US prescribing information, section Use in Specific Populations (DailyMed)",
    ),
];

/// One plain screen, then on.
#[component]
pub fn SafetyFacts(
    /// Called when the facts were read.
    read: Callback<()>,
    /// Called when LDN is not to be started now.
    cancel: Callback<()>,
) -> impl IntoView {
    let fact = |(name, text, source): (&'static str, &'static str, &'static str)| {
        view! {
            <div class="card stack" data-gap="small">
                <h3>{name}</h3>
                <p>{text}</p>
                <p class="source">"Source: " {source}</p>
            </div>
        }
    };
    view! {
        <section class="stack" aria-labelledby="safety">
            <h2 id="safety" tabindex="-1">
                "Before you start: what to tell whom"
            </h2>
            {FACTS.map(fact).into_iter().collect_any()}
            <p class="soft">
                "LDN is naltrexone in a far lower dose than on its label, and is used off label. This diary gives no advice on doses: that is for you and your prescriber."
            </p>
            <div class="cluster">
                <button type="button" class="button" data-kind="main" on:click=move |_| read.run(())>
                    "I have read this"
                </button>
                <button type="button" class="button" on:click=move |_| cancel.run(())>
                    {super::words::CANCEL}
                </button>
            </div>
        </section>
    }
}
