//! The phases and the doses to scale, on one line of time.

use chrono::{Days, NaiveDate};
use leptos::prelude::*;

use super::form::TreatmentForm;
use super::words;
use crate::charts::strip::label_rows;
use crate::diary::{DoseStep, Phase, PhaseKind, Treatment};
use crate::web::views::{CollectAny as _, Memo};
use crate::words::dates;
use crate::words::names;

/// The doses are drawn this wide and high, in units of their own; the picture stretches to the page.
const WIDTH: i64 = 1000;
const HEIGHT: i64 = 44;

/// From the first phase to the later of today and the last planned change, with the doses to scale beneath.
#[component]
pub fn Strip(
    /// The treatment.
    form: TreatmentForm,
) -> impl IntoView {
    let today = Memo::new(move || form.state.today());
    let treatment = Memo::new(move || form.treatment());
    move || {
        let (today, treatment) = (today.get(), treatment.get());
        let begun = treatment.phases().first()?;
        let (first, since) = (begun.from, names::first_day(begun, dates::full));
        let scale = Scale::of(&treatment, first, today);
        let bands = treatment
            .phases()
            .iter()
            .enumerate()
            .map(|(index, phase)| band(&treatment, index, phase, &scale));
        Some(view! {
            <figure class="stack" data-gap="small">
                <div class="strip" aria-hidden="true">
                    <div class="strip-bands">{bands.collect_any()}</div>
                    <svg class="strip-doses" viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none">
                        <path d=dose_path(&treatment, &scale) />
                    </svg>
                    {labels(&treatment, &scale)}
                    <div class="strip-today" style:inset-inline-start=percent(scale.x(today))></div>
                </div>
                <figcaption>
                    <div class="chart-legend-line">
                        <span>{since}</span>
                        <span>{dates::full(scale.last)}</span>
                    </div>
                    <p class="soft">{words::legend(scale.highest > 0)}</p>
                </figcaption>
            </figure>
        })
    }
}

/// Days to places in the picture.
struct Scale {
    first: NaiveDate,
    last: NaiveDate,
    highest: u64,
}

impl Scale {
    fn of(treatment: &Treatment, first: NaiveDate, today: NaiveDate) -> Self {
        let changes = treatment
            .phases()
            .iter()
            .map(|phase| phase.from)
            .chain(treatment.dose_steps().iter().map(|step| step.from));
        let last = changes.max().map_or(today, |last| last.max(today));
        let highest = treatment
            .dose_steps()
            .iter()
            .map(|step| step.dose.micrograms())
            .max()
            .unwrap_or_default();
        Self { first, last, highest }
    }

    /// Where a day begins, in thousandths of the width.
    fn x(&self, date: NaiveDate) -> i64 {
        let days = (self.last - self.first).num_days() + 1;
        WIDTH * (date - self.first).num_days() / days
    }

    /// The height of a dose; the highest stays a little below the bands. A dose is at most a million micrograms, far from
    /// the end of these numbers.
    fn y(&self, micrograms: u64) -> i64 {
        let height = (HEIGHT - 8).unsigned_abs() * micrograms / self.highest.max(1);
        HEIGHT - i64::try_from(height).unwrap_or(HEIGHT)
    }
}

/// A phase as wide as it is long, with its name where there is room.
fn band(treatment: &Treatment, index: usize, phase: &Phase, scale: &Scale) -> impl IntoView + use<> {
    let end = treatment
        .phases()
        .get(index + 1)
        .map_or(scale.last + Days::new(1), |next| next.from);
    let share = (scale.x(end) - scale.x(phase.from)).max(0);
    view! {
        <div class="strip-band" data-phase=phase.kind.id() style:flex-grow=share.to_string()>
            <span class="strip-name">{names::phase(&phase.kind)}</span>
        </div>
    }
}

/// The planned doses as steps, with gaps outside of LDN.
fn dose_path(treatment: &Treatment, scale: &Scale) -> String {
    let mut path = String::new();
    let floor = HEIGHT;
    for (index, phase) in treatment
        .phases()
        .iter()
        .enumerate()
        .filter(|(_, phase)| phase.kind == PhaseKind::Ldn)
    {
        let end = treatment
            .phases()
            .get(index + 1)
            .map_or(scale.last + Days::new(1), |next| next.from);
        path = format!("{path}M{} {floor}", scale.x(phase.from));
        let inside = treatment
            .dose_steps()
            .iter()
            .map(|step| step.from)
            .filter(|from| (phase.from..end).contains(from));
        for from in std::iter::once(phase.from).chain(inside) {
            let dose = treatment.planned_dose(from).map_or(0, crate::diary::Dose::micrograms);
            path = format!("{path}H{}V{}", scale.x(from), scale.y(dose));
        }
        path = format!("{path}H{}V{floor}Z", scale.x(end));
    }
    path
}

/// How much room a character of a label takes at most, and the gap after a label, in thousandths of the width.
const CHARACTER: i64 = 24;
const GAP: i64 = 16;

/// Each dose at the day from which it is planned, on a line that hangs from there.
fn labels(treatment: &Treatment, scale: &Scale) -> AnyView {
    let steps = treatment.dose_steps();
    let text = |step: &DoseStep| step.dose.to_string();
    let width = |step: &DoseStep| CHARACTER * i64::try_from(text(step).chars().count()).unwrap_or(WIDTH) + GAP;
    let places: Vec<(i64, i64)> = steps
        .iter()
        .map(|step| (scale.x(step.from).max(0), width(step)))
        .collect();
    let rows = label_rows(&places);
    let lowest = rows.iter().flatten().max().map_or(0, |row| row + 1);
    let label = |((step, (x, width)), row): ((&DoseStep, &(i64, i64)), &Option<usize>)| {
        let row = (*row)?;
        // What begins near the end is written before its line.
        let side = if x + width > WIDTH { "before" } else { "after" };
        Some(view! {
            <span class="strip-dose" data-row=row.to_string() data-side=side style:inset-inline-start=percent(*x)>
                {text(step)}
            </span>
        })
    };
    let labels = steps.iter().zip(&places).zip(&rows).filter_map(label);
    view! {
        <div class="strip-labels" data-rows=lowest.to_string()>
            {labels.collect_any()}
        </div>
    }
    .into_any()
}

/// Thousandths as a percentage.
fn percent(thousandths: i64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
