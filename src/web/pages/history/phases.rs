//! How complete each phase is.

use crate::web::views::{CollectAny as _, Memo};
use leptos::prelude::*;

use super::form::HistoryForm;
use super::words;
use crate::diary::{Kept, PhaseKind};
use crate::words::{dates, names};

/// "Baseline: 12 of 14 days, 2 late", for each phase that has begun.
#[component]
pub fn ByPhase(
    /// The diary.
    form: HistoryForm,
) -> impl IntoView {
    let phases = Memo::new(move || {
        let today = form.state.today();
        form.state.with(|diary| {
            let spans = diary.treatment.spans(diary.as_of(today)).into_iter();
            let line = |span: crate::diary::PhaseSpan<'_>| {
                (
                    span.phase.kind.clone(),
                    names::first_day(span.phase, dates::full),
                    diary.kept(span.from, span.to, today),
                )
            };
            // What ended before the diary began has no day in it.
            spans.map(line).filter(|(_, _, kept)| kept.days > 0).collect::<Vec<_>>()
        })
    });
    let lines = move || {
        let line = |(kind, from, kept): (PhaseKind, String, Kept)| {
            view! {
                <div class="figure-line">
                    <dt>
                        {names::phase(&kind)} <span class="figure-note phase-since">{words::phase_from(&from)}</span>
                    </dt>
                    <dd>{words::phase(kept)}</dd>
                </div>
            }
        };
        phases.get().into_iter().map(line).collect_any()
    };
    view! {
        <Show when=move || !phases.with(Vec::is_empty)>
            <section class="stack" data-gap="small" aria-labelledby="by-phase">
                <h2 id="by-phase">{words::by_phase()}</h2>
                <dl class="figures">{lines}</dl>
            </section>
        </Show>
    }
}
