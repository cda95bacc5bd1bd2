//! How days vary around their mean: each resembles the one before, and they come in waves of weeks.
//!
//! Two stationary Gaussian processes together: a first-order autoregression, of variance 1, and a slow wave whose correlation
//! falls by e in τ days. Both are Markov, so a Kalman filter with two states and exact gaps whitens any columns in one pass
//! (Durbin & Koopman 2012, Time Series Analysis by State Space Methods, 4.3): no matrix of days is built.

/// Correlations of neighbouring days, equally likely beforehand: 0, 0.1, …, 0.9.
const RHOS: u32 = 10;
/// The variance of the wave beside that of the days.
const WAVES: [f64; 4] = [0.25, 0.5, 1.0, 2.0];
/// How many days a wave lasts until it has lost e.
const LENGTHS: [f64; 3] = [14.0, 30.0, 60.0];
/// How likely it is beforehand that there is no wave.
const NO_WAVE: f64 = 1.0 / 3.0;

/// A weight too small to matter: all 650 points together are far below the 1e-6 to which limits are held.
pub(super) const NO_WEIGHT: f64 = 1e-12;

/// What is assumed of the days at one pass of the filter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Process {
    pub(super) rho: f64,
    /// Variance of the wave beside that of the days.
    pub(super) wave: f64,
    /// Days until the wave has lost e.
    length: f64,
    /// How likely it is beforehand.
    pub(super) prior: f64,
}

impl Process {
    /// What is left after so many days of the day's deviation, and of the wave's.
    #[expect(clippy::cast_precision_loss, reason = "a count of days")]
    fn kept_over(&self, days: i64) -> [f64; 2] {
        let of_day = self.rho.powi(i32::try_from(days).unwrap_or(i32::MAX));
        [of_day, (-(days as f64) / self.length).exp()]
    }
}

/// Every correlation with no wave and with each wave, and how likely each is beforehand.
pub(super) fn processes() -> impl Iterator<Item = Process> {
    let waves = WAVES
        .into_iter()
        .flat_map(|wave| LENGTHS.into_iter().map(move |length| (wave, length)));
    #[expect(clippy::cast_precision_loss, reason = "a few waves")]
    let each = (1.0 - NO_WAVE) / (WAVES.len() * LENGTHS.len()) as f64;
    let all = [(0.0, 1.0, NO_WAVE)]
        .into_iter()
        .chain(waves.map(move |(wave, length)| (wave, length, each)));
    let all: Vec<_> = all.collect();
    (0..RHOS).flat_map(move |tenths| {
        let rho = f64::from(tenths) / 10.0;
        let of_rho = all.clone().into_iter();
        of_rho.map(move |(wave, length, prior)| Process {
            rho,
            wave,
            length,
            prior,
        })
    })
}

/// Sums of products of columns that are whitened together, and the logarithm of the determinant of the days' correlations.
pub(super) struct Whitened<const COLUMNS: usize> {
    pub(super) products: [[f64; COLUMNS]; COLUMNS],
    pub(super) log_determinant: f64,
}

impl<const COLUMNS: usize> Whitened<COLUMNS> {
    /// One pass of the filter over the days.
    pub(super) fn of(days: impl Iterator<Item = (i64, [f64; COLUMNS])>, process: Process) -> Self {
        let mut products = [[0.0; COLUMNS]; COLUMNS];
        let mut log_determinant = 0.0;
        // What is known of the day and of the wave: their covariance, and the prediction of each column.
        let (mut of_day, mut of_wave, mut shared) = (1.0, process.wave, 0.0);
        let mut predicted = [[0.0_f64; 2]; COLUMNS];
        let mut before: Option<i64> = None;
        // Nearly all gaps are of one day: powers are taken where a gap differs from the one before.
        let (mut last_gap, mut keeps) = (0, [1.0, 1.0]);
        for (day, row) in days {
            if let Some(before) = before {
                if day - before != last_gap {
                    last_gap = day - before;
                    keeps = process.kept_over(last_gap);
                }
                of_day = keeps[0] * keeps[0] * of_day + (1.0 - keeps[0] * keeps[0]);
                of_wave = keeps[1] * keeps[1] * of_wave + process.wave * (1.0 - keeps[1] * keeps[1]);
                shared *= keeps[0] * keeps[1];
                for column in &mut predicted {
                    *column = [keeps[0] * column[0], keeps[1] * column[1]];
                }
            }
            before = Some(day);
            let gains = [of_day + shared, of_wave + shared];
            let variance = gains[0] + gains[1];
            let gains = gains.map(|gain| gain / variance);
            let mut news = [0.0; COLUMNS];
            for (column, number) in row.into_iter().enumerate() {
                let error = number - predicted[column][0] - predicted[column][1];
                predicted[column][0] += gains[0] * error;
                predicted[column][1] += gains[1] * error;
                news[column] = error / variance.sqrt();
            }
            for (one, line) in products.iter_mut().enumerate() {
                for (other, sum) in line.iter_mut().enumerate() {
                    *sum += news[one] * news[other];
                }
            }
            log_determinant += variance.ln();
            let (day_alone, wave_alone) = (of_day + shared, of_wave + shared);
            of_day -= gains[0] * day_alone;
            of_wave -= gains[1] * wave_alone;
            shared -= gains[0] * wave_alone;
        }
        Self {
            products,
            log_determinant,
        }
    }
}

/// What each point weighs of all of them, from the logarithms of their weights; `None` where they are no numbers.
pub(super) fn shares(log_weights: &[f64]) -> Option<Vec<f64>> {
    let largest = log_weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = log_weights.iter().map(|weight| (weight - largest).exp()).collect();
    let total: f64 = weights.iter().sum();
    (total.is_finite() && total > 0.0).then(|| weights.iter().map(|weight| weight / total).collect())
}
