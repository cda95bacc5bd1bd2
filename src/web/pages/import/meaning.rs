//! What a column can be, and how that is said.

use crate::diary::{Direction, Dose, ItemId, Settings, SideEffectId, StandardItem, StandardSideEffect};
use crate::exchange::table::{Field, Join, Meaning, Scale, Source, Unit, Why};
use crate::words::{Said as _, bring as words, names};

/// What is asked of a column besides what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A rating: its scale.
    Rating,
    /// Yes or no: which way.
    Answer,
    /// A dose: its unit.
    Dose,
    /// Tags: what stands between them.
    Tags,
    /// Nothing.
    Else,
}

pub(super) fn kind(meaning: &Meaning) -> Kind {
    match meaning {
        Meaning::Item(_) | Meaning::NewItem { .. } => Kind::Rating,
        Meaning::SideEffect(_)
        | Meaning::NewSideEffect(_)
        | Meaning::RescueMedicine
        | Meaning::WalkingSupport
        | Meaning::SealedDose
        | Meaning::LeftOut => Kind::Answer,
        Meaning::DoseTaken(_) => Kind::Dose,
        Meaning::Tags(_) => Kind::Tags,
        _ => Kind::Else,
    }
}

/// All that a column can be, in groups.
pub(super) struct Options {
    /// The name of each group, none of the first, and what is read of each.
    pub(super) groups: Vec<(&'static str, Vec<String>)>,
    /// What they mean, in the same order.
    pub(super) meanings: Vec<Meaning>,
}

impl Options {
    /// Of a field; none where it is no choice.
    pub(super) fn of(field: &Field, settings: &Settings) -> Option<Options> {
        let fixed = matches!(
            field.meaning,
            Meaning::Date
                | Meaning::Time
                | Meaning::Year
                | Meaning::RecordedAt
                | Meaning::EditedAt
                | Meaning::LeftOut
                | Meaning::Medicine(_)
                | Meaning::SealedDose
                | Meaning::ImportedFrom
                | Meaning::Ignored(Why::WorkedOut)
        );
        if fixed {
            return None;
        }
        let mut options = Options {
            groups: vec![("", Vec::new())],
            meanings: Vec::new(),
        };
        options.add(words::not_taken_over().to_owned(), Meaning::Ignored(Why::NotWanted));
        options.groups.push((words::ratings(), Vec::new()));
        for item in StandardItem::ALL {
            options.add(names::item(item).to_owned(), Meaning::Item(item.into()));
        }
        for own in settings.own_items() {
            options.add(own.name.to_string(), Meaning::Item(ItemId::Own(own.id.clone())));
        }
        let name = new_name(field);
        for (label, better) in [
            (words::new_rating_lower(), Direction::LowerIsBetter),
            (words::new_rating_higher(), Direction::HigherIsBetter),
        ] {
            let name = name.clone();
            options.add(label.to_owned(), Meaning::NewItem { name, better });
        }
        options.groups.push((words::side_effects(), Vec::new()));
        for effect in StandardSideEffect::ALL {
            options.add(
                names::side_effect(effect).to_owned(),
                Meaning::SideEffect(effect.into()),
            );
        }
        for own in settings.own_side_effects() {
            let id = SideEffectId::Own(own.id.clone());
            options.add(own.name.to_string(), Meaning::SideEffect(id));
        }
        options.add(words::new_side_effect().to_owned(), Meaning::NewSideEffect(name));
        options.groups.push((words::other_things(), Vec::new()));
        options.add(words::ldn_dose().to_owned(), Meaning::DoseTaken(Unit::Asked));
        options.add(names::extra_pain_medicine().to_owned(), Meaning::RescueMedicine);
        options.add(names::walking_support().to_owned(), Meaning::WalkingSupport);
        options.add(words::tags().to_owned(), Meaning::Tags(Some(',')));
        options.add(words::note().to_owned(), Meaning::Note);
        Some(options)
    }

    fn add(&mut self, label: String, meaning: Meaning) {
        if let Some((_, labels)) = self.groups.last_mut() {
            labels.push(label);
        }
        self.meanings.push(meaning);
    }

    /// The place of a meaning among them.
    pub(super) fn place_of(&self, meaning: &Meaning) -> usize {
        self.meanings
            .iter()
            .position(|one| is_same(one, meaning))
            .unwrap_or_default()
    }
}

/// Whether two meanings are one choice: units and signs are chosen apart.
fn is_same(one: &Meaning, other: &Meaning) -> bool {
    match (one, other) {
        (Meaning::Ignored(_), Meaning::Ignored(_))
        | (Meaning::DoseTaken(_), Meaning::DoseTaken(_))
        | (Meaning::Tags(_), Meaning::Tags(_))
        | (Meaning::NewSideEffect(_), Meaning::NewSideEffect(_)) => true,
        (Meaning::NewItem { better: one, .. }, Meaning::NewItem { better: other, .. }) => one == other,
        _ => one == other,
    }
}

/// What a new item or side effect would be called: as the file calls it.
fn new_name(field: &Field) -> String {
    match &field.meaning {
        Meaning::NewItem { name, .. } | Meaning::NewSideEffect(name) => name.clone(),
        _ => match &field.source {
            Source::Tracked { name, .. } => name.chars().take(NAME).collect(),
            Source::Column(_) => field.name.chars().take(NAME).collect(),
        },
    }
}

/// The most characters of a name.
const NAME: usize = crate::diary::Name::MAX_CHARS;

/// Lets a field mean something else; what has to be said of it anew is asked.
pub(super) fn put(field: &mut Field, meaning: Meaning) {
    let (before, now) = (kind(&field.meaning), kind(&meaning));
    field.meaning = meaning;
    if before == now {
        return;
    }
    field.scale = match now {
        // A scale of numbers or words says as much of a rating as of an answer.
        Kind::Rating if matches!(field.scale, Scale::Numbers { .. } | Scale::Words { .. }) => return,
        Kind::Rating => Scale::Asked,
        Kind::Answer => Scale::YesNo,
        _ => Scale::No,
    };
    // What was proposed of entries of a day was said of the other kind.
    field.join = if now == Kind::Dose { Join::Sum } else { Join::Mean };
}

/// The scales that a field can have as this kind, and the place of the one that it has.
pub(super) fn scales(field: &Field, kind: Kind) -> (Vec<Scale>, usize) {
    let mut scales = vec![Scale::Asked];
    if kind == Kind::Answer {
        scales.push(Scale::YesNo);
    }
    for choice in field.choices() {
        if !matches!((&choice, &field.scale), (Scale::Words { .. }, Scale::Words { .. })) {
            scales.push(choice);
        }
    }
    let plain = |scale: &Scale| match scale {
        Scale::Numbers { turned: true, .. } => scale.clone().turned_round(),
        other => other.clone(),
    };
    let own = plain(&field.scale);
    if !scales.contains(&own) && own != Scale::No {
        scales.push(field.scale.clone());
    }
    let place = scales.iter().position(|scale| plain(scale) == own).unwrap_or_default();
    (scales, place)
}

/// "0 to 10"
pub(super) fn scale(scale: &Scale) -> String {
    match scale {
        Scale::No | Scale::Asked => words::scale_not_said().to_owned(),
        Scale::YesNo => words::scale_yes_no().to_owned(),
        Scale::Numbers { least, most, .. } => words::scale_numbers(&least.to_string(), &most.to_string()),
        Scale::Words { .. } => words::scale_words().to_owned(),
    }
}

/// What a column is taken for: "Pain, 0 to 10"; or why it is not.
pub(super) fn said(field: &Field, settings: &Settings) -> String {
    let what = match &field.meaning {
        Meaning::Ignored(why) => return words::not_taken_over_why(&why.said()),
        Meaning::Date => words::date().to_owned(),
        Meaning::Time => words::time().to_owned(),
        Meaning::Year => words::year().to_owned(),
        Meaning::Item(item) => names::any_item(item, settings),
        Meaning::NewItem { name, .. } | Meaning::NewSideEffect(name) => words::as_new(name),
        Meaning::SideEffect(effect) => names::any_side_effect(effect, settings),
        Meaning::Medicine(name) => name.clone(),
        Meaning::DoseTaken(_) => words::ldn_dose().to_owned(),
        Meaning::RescueMedicine => names::extra_pain_medicine().to_owned(),
        Meaning::WalkingSupport => names::walking_support().to_owned(),
        Meaning::LeftOut => words::rest_left_out().to_owned(),
        Meaning::SealedDose => words::sealed_dose().to_owned(),
        Meaning::Tags(_) => words::tags().to_owned(),
        Meaning::Note => words::note().to_owned(),
        Meaning::RecordedAt => words::time_recorded().to_owned(),
        Meaning::EditedAt => words::time_edited().to_owned(),
        Meaning::ImportedFrom => words::where_from().to_owned(),
    };
    match kind(&field.meaning) {
        Kind::Rating if matches!(field.scale, Scale::Asked | Scale::No) => words::as_scale_asked(&what),
        Kind::Rating => words::as_scale(&what, &scale(&field.scale)),
        _ => what,
    }
}

/// "4.5 mg", or that none was taken.
pub(super) fn dose(micrograms: u32) -> String {
    match Dose::from_micrograms(micrograms.into()) {
        Ok(dose) if micrograms > 0 => dose.to_string(),
        _ => crate::words::charts::none().to_owned(),
    }
}
