//! Numbers that look random and are the same on every machine.

/// A stream of them (`SplitMix64`: Steele, Lea & Flood 2014, OOPSLA 453).
#[derive(Debug, Clone)]
pub(super) struct Noise(u64);

/// What the state grows by: 2^64 over the golden ratio.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

impl Noise {
    /// The stream of one diary of one kind: no two resemble each other.
    pub(super) fn of(kind: u64, diary: u64) -> Self {
        let mut seed = Noise(kind);
        Noise(seed.next() ^ diary.wrapping_mul(0xD129_0B26_88D8_D9F5))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Evenly between 0 and 1, neither included.
    pub(super) fn even(&mut self) -> f64 {
        (f64::from(u32::try_from(self.next() >> 32).unwrap_or_default()) + 0.5) / 4_294_967_296.0
    }

    /// Standard normal (Box & Muller 1958).
    pub(super) fn normal(&mut self) -> f64 {
        (-2.0 * self.even().ln()).sqrt() * (std::f64::consts::TAU * self.even()).cos()
    }
}
