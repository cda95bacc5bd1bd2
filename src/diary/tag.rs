//! What else happened on a day.

use super::name::Name;

/// Something that can explain a good or a bad day (D4).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tag {
    /// A flare of the condition.
    Flare,
    /// An infection.
    Infection,
    /// Menstruation.
    Period,
    /// Travel.
    Travel,
    /// More exertion than usual.
    Exertion,
    /// Another medicine was changed.
    OtherMedicineChanged,
    /// A stressful event.
    StressfulEvent,
    /// An operation, an injection, a nerve block, or an injury.
    ProcedureOrInjury,
    /// Anything else, by name. Build it with [`Tag::new`], which knows a standard tag when it reads its id.
    Other(Name),
}

impl Tag {
    /// The standard tags, in order.
    pub const STANDARD: [Tag; 8] = [
        Tag::Flare,
        Tag::Infection,
        Tag::Period,
        Tag::Travel,
        Tag::Exertion,
        Tag::OtherMedicineChanged,
        Tag::StressfulEvent,
        Tag::ProcedureOrInjury,
    ];

    /// The standard tag with this id, or else a tag of this name.
    pub fn new(name: Name) -> Tag {
        Self::STANDARD
            .into_iter()
            .find(|tag| tag.id() == name.as_str())
            .unwrap_or(Tag::Other(name))
    }

    /// Its name in files; for any other tag its name itself.
    pub fn id(&self) -> &str {
        match self {
            Tag::Flare => "flare",
            Tag::Infection => "infection",
            Tag::Period => "period",
            Tag::Travel => "travel",
            Tag::Exertion => "exertion",
            Tag::OtherMedicineChanged => "other_medicine_changed",
            Tag::StressfulEvent => "stressful_event",
            Tag::ProcedureOrInjury => "procedure_or_injury",
            Tag::Other(name) => name.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_of_the_file_format() {
        let ids: Vec<String> = Tag::STANDARD.iter().map(|tag| tag.id().to_owned()).collect();
        assert_eq!(
            ids.join(" "),
            "flare infection period travel exertion other_medicine_changed stressful_event procedure_or_injury"
        );
        for tag in Tag::STANDARD {
            assert_eq!(Tag::new(Name::new(tag.id()).unwrap()), tag);
        }
    }

    #[test]
    fn any_other_text_is_a_tag_by_name() {
        let tag = Tag::new(Name::new("Wedding").unwrap());
        assert_eq!(tag.id(), "Wedding");
        assert!(matches!(tag, Tag::Other(_)));
    }
}
