//! Something answered yes or no for a day.

/// A side effect that the app knows by name (D3): those of the trials, then those of the naltrexone label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StandardSideEffect {
    /// Vivid dreams; asked by default.
    VividDreams,
    /// Headache; asked by default.
    Headache,
    /// Trouble falling or staying asleep.
    Insomnia,
    /// Nightmares.
    Nightmares,
    /// Nausea.
    Nausea,
    /// Dizziness.
    Dizziness,
    /// Dry mouth.
    DryMouth,
    /// Diarrhoea.
    Diarrhoea,
    /// Constipation.
    Constipation,
    /// Pain in the belly.
    AbdominalPain,
    /// Vomiting.
    Vomiting,
    /// Drowsiness.
    Drowsiness,
    /// Anxiety.
    Anxiety,
    /// Irritability.
    Irritability,
}

impl StandardSideEffect {
    /// All of them, in order.
    pub const ALL: [StandardSideEffect; 14] = [
        StandardSideEffect::VividDreams,
        StandardSideEffect::Headache,
        StandardSideEffect::Insomnia,
        StandardSideEffect::Nightmares,
        StandardSideEffect::Nausea,
        StandardSideEffect::Dizziness,
        StandardSideEffect::DryMouth,
        StandardSideEffect::Diarrhoea,
        StandardSideEffect::Constipation,
        StandardSideEffect::AbdominalPain,
        StandardSideEffect::Vomiting,
        StandardSideEffect::Drowsiness,
        StandardSideEffect::Anxiety,
        StandardSideEffect::Irritability,
    ];

    /// Its name in files.
    pub const fn id(self) -> &'static str {
        match self {
            StandardSideEffect::VividDreams => "vivid_dreams",
            StandardSideEffect::Headache => "headache",
            StandardSideEffect::Insomnia => "insomnia",
            StandardSideEffect::Nightmares => "nightmares",
            StandardSideEffect::Nausea => "nausea",
            StandardSideEffect::Dizziness => "dizziness",
            StandardSideEffect::DryMouth => "dry_mouth",
            StandardSideEffect::Diarrhoea => "diarrhoea",
            StandardSideEffect::Constipation => "constipation",
            StandardSideEffect::AbdominalPain => "abdominal_pain",
            StandardSideEffect::Vomiting => "vomiting",
            StandardSideEffect::Drowsiness => "drowsiness",
            StandardSideEffect::Anxiety => "anxiety",
            StandardSideEffect::Irritability => "irritability",
        }
    }

    /// The side effect with this name in files.
    pub fn from_id(id: &str) -> Option<StandardSideEffect> {
        Self::ALL.into_iter().find(|effect| effect.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // D3: these names are in every backup that was ever made.
    #[test]
    fn ids_are_those_of_the_file_format() {
        let ids: Vec<&str> = StandardSideEffect::ALL.iter().map(|effect| effect.id()).collect();
        assert_eq!(
            ids.join(" "),
            "vivid_dreams headache insomnia nightmares nausea dizziness dry_mouth diarrhoea constipation \
             abdominal_pain vomiting drowsiness anxiety irritability"
        );
        for effect in StandardSideEffect::ALL {
            assert_eq!(StandardSideEffect::from_id(effect.id()), Some(effect));
        }
        assert!(StandardSideEffect::ALL.is_sorted());
    }
}
