//! Something rated 0 to 100: the trials' items and the patient's own.

/// Which end of a scale is the better one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// 0 is best, as for pain.
    LowerIsBetter,
    /// 100 is best, as for sleep quality.
    HigherIsBetter,
}

/// An item of the trials (Younger & Mackey 2009, Pain Med 10:663; Younger et al. 2013, Arthritis Rheum 65:529), in the
/// order in which it is asked (D2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StandardItem {
    /// Average pain today; 0 = no pain, 100 = worst pain imaginable.
    Pain,
    /// Fatigue today.
    Fatigue,
    /// Last night; 0 = did not sleep well at all, 100 = slept extremely well.
    SleepQuality,
    /// "Overall, how severe have your symptoms been today?"
    Overall,
    /// 100 = the medicine was perfectly tolerated. Asked only in an LDN or placebo phase.
    Tolerability,
    /// The worst pain of the day.
    HighestPain,
    /// Stress today.
    Stress,
    /// Sadness today.
    Sadness,
    /// Ability to think and remember.
    Thinking,
    /// Gastrointestinal symptoms.
    Stomach,
    /// How severe the headaches were.
    HeadacheSeverity,
    /// Mood today: 100 = best imaginable. A secondary outcome of the 2013 trial, like the next.
    Mood,
    /// Satisfaction with life today: 100 = completely satisfied.
    LifeSatisfaction,
    /// How much light touch hurts.
    TouchSensitivity,
    /// How bad swelling is.
    Swelling,
}

impl StandardItem {
    /// All of them, in order.
    pub const ALL: [StandardItem; 15] = [
        StandardItem::Pain,
        StandardItem::Fatigue,
        StandardItem::SleepQuality,
        StandardItem::Overall,
        StandardItem::Tolerability,
        StandardItem::HighestPain,
        StandardItem::Stress,
        StandardItem::Sadness,
        StandardItem::Thinking,
        StandardItem::Stomach,
        StandardItem::HeadacheSeverity,
        StandardItem::Mood,
        StandardItem::LifeSatisfaction,
        StandardItem::TouchSensitivity,
        StandardItem::Swelling,
    ];

    /// The three main ones, in order.
    pub const MAIN: [StandardItem; 3] = [StandardItem::Pain, StandardItem::Fatigue, StandardItem::SleepQuality];

    /// Its name in files.
    pub const fn id(self) -> &'static str {
        match self {
            StandardItem::Pain => "pain",
            StandardItem::Fatigue => "fatigue",
            StandardItem::SleepQuality => "sleep_quality",
            StandardItem::Overall => "overall",
            StandardItem::Tolerability => "tolerability",
            StandardItem::HighestPain => "highest_pain",
            StandardItem::Stress => "stress",
            StandardItem::Sadness => "sadness",
            StandardItem::Thinking => "thinking",
            StandardItem::Stomach => "stomach",
            StandardItem::HeadacheSeverity => "headache_severity",
            StandardItem::Mood => "mood",
            StandardItem::LifeSatisfaction => "life_satisfaction",
            StandardItem::TouchSensitivity => "touch_sensitivity",
            StandardItem::Swelling => "swelling",
        }
    }

    /// The item with this name in files.
    pub fn from_id(id: &str) -> Option<StandardItem> {
        Self::ALL.into_iter().find(|item| item.id() == id)
    }

    /// Which end of its scale is the better one (D2).
    pub const fn direction(self) -> Direction {
        match self {
            StandardItem::SleepQuality
            | StandardItem::Thinking
            | StandardItem::Tolerability
            | StandardItem::Mood
            | StandardItem::LifeSatisfaction => Direction::HigherIsBetter,
            _ => Direction::LowerIsBetter,
        }
    }

    /// Whether it cannot be switched off (D2).
    pub const fn always_on(self) -> bool {
        matches!(
            self,
            StandardItem::Pain
                | StandardItem::Fatigue
                | StandardItem::SleepQuality
                | StandardItem::Overall
                | StandardItem::Tolerability
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // D2: these names are in every backup that was ever made.
    #[test]
    fn ids_are_those_of_the_file_format() {
        let ids: Vec<&str> = StandardItem::ALL.iter().map(|item| item.id()).collect();
        assert_eq!(
            ids.join(" "),
            "pain fatigue sleep_quality overall tolerability highest_pain stress sadness thinking stomach \
             headache_severity mood life_satisfaction touch_sensitivity swelling"
        );
        for item in StandardItem::ALL {
            assert_eq!(StandardItem::from_id(item.id()), Some(item));
        }
        assert_eq!(StandardItem::from_id("Pain"), None);
        assert!(StandardItem::ALL.is_sorted());
    }

    // D2: higher is better for sleep quality, thinking, tolerability, mood and life satisfaction; for the rest lower.
    #[test]
    fn five_items_are_better_high() {
        let high: Vec<&str> = StandardItem::ALL
            .into_iter()
            .filter(|item| item.direction() == Direction::HigherIsBetter)
            .map(StandardItem::id)
            .collect();
        assert_eq!(
            high,
            ["sleep_quality", "tolerability", "thinking", "mood", "life_satisfaction"]
        );
    }

    #[test]
    fn five_items_are_always_on() {
        assert_eq!(StandardItem::ALL.into_iter().filter(|item| item.always_on()).count(), 5);
    }
}
