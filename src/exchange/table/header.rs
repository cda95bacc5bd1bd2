//! What headers and names say, in the languages that tables come in: a scale, a unit, and what is meant.

use crate::diary::in_small_letters;

/// A header without regard to case, spaces and marks: "Pain level (0-100)" is `pain_level_0_100`.
pub(super) fn plain(header: &str) -> String {
    let mut plain = String::with_capacity(header.len());
    let mut is_gap = false;
    for c in in_small_letters(header).chars() {
        if c.is_alphanumeric() {
            if is_gap && !plain.is_empty() {
                plain.push('_');
            }
            plain.push(c);
            is_gap = false;
        } else {
            is_gap = true;
        }
    }
    plain
}

/// Whether a word is one of a list.
pub(super) fn is_one(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split('|').any(|one| one == word)
}

/// What a header says besides its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    /// Its words, without scale, unit and what only asks: `[pain]` of "How bad was your pain today? (0-10)".
    pub(super) words: Vec<String>,
    /// The least and the most of its scale.
    pub(super) scale: Option<(i32, i32)>,
    /// Whether it says that its least is the bad end, or the good one; none where it says neither.
    pub(super) low_is_bad: Option<bool>,
    /// Its unit.
    pub(super) unit: Option<HeaderUnit>,
}

/// A unit that a header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HeaderUnit {
    /// Milligrams.
    Milligrams,
    /// Micrograms.
    Micrograms,
    /// Hours or minutes.
    Time,
}

/// Words of a question that say nothing of what is asked.
const ASKING: &str = "how|bad|badly|was|were|is|are|your|you|today|todays|the|level|levels|score|average|rate|rating|please|of|did|do|\
    does|have|had|has|severity|severe|strength|intensity|much|strong|on|a|an|my|in|at|this|daily|scale|current|what|for|with|day|\
    feel|feeling|felt|and|avg|mean|from|to|last|night|well|any|took|take|taken|\
    wie|war|waren|ist|heute|dein|deine|deinen|ihr|ihre|stark|starke|schlimm|der|die|das|den|dem|des|skala|wert|stärke|im|am|\
    hast|haben|du|sie|mein|meine|intensität|durchschnittlich|durchschnittliche|von|auf|\
    comment|était|etait|aujourd|hui|au|aux|votre|vos|niveau|la|le|les|l|de|du|d|intensité|intensite|échelle|echelle|sur|moyenne|\
    como|cómo|fue|hoy|nivel|el|los|las|del|su|intensidad|escala|promedio|\
    hvor|var|i|dag|din|dine|ditt|grad|av|nivå|nivåer|gjennomsnittlig|styrke|en|et";

/// Words between the two ends of a scale.
const UP_TO: &str = "to|bis|à|a|til|tot|hasta|till|through";
/// Words before the greater end of a scale that begins at 0.
const OUT_OF: &str = "of|von|sur|de|sobre|av|af";
/// Words at an end of a scale that say that it is the bad one.
const BAD: &str = "bad|worst|worse|awful|terrible|poor|severe|unbearable|extreme|maximum|max|schlecht|schlimm|schlimmste|schlechteste|\
    miserabel|unerträglich|stark|mauvais|pire|mal|peor|malo|muy_malo|dårlig|dårligst|verst|dreadful|exhausted";
/// Words that say that it is the good one.
const GOOD: &str = "good|best|better|none|no|great|excellent|perfect|well|gut|beste|bester|keine|kein|ohne|sehr_gut|bon|bien|meilleur|\
    aucun|aucune|bueno|mejor|ninguno|ninguna|sin|god|bra|ingen|rested|pain_free";

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(i32),
    Word(String),
    Sign(char),
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut word = String::new();
    let flush = |word: &mut String, tokens: &mut Vec<Token>| {
        if !word.is_empty() {
            let text = std::mem::take(word);
            tokens.push(text.parse().map_or(Token::Word(text), Token::Number));
        }
    };
    for c in in_small_letters(text).chars() {
        let is_digit = c.is_ascii_digit();
        let was_digit = word.ends_with(|c: char| c.is_ascii_digit());
        if !c.is_alphanumeric() || !word.is_empty() && is_digit != was_digit {
            flush(&mut word, &mut tokens);
        }
        if c.is_alphanumeric() {
            word.push(c);
        } else if !c.is_whitespace() && c != '_' {
            tokens.push(Token::Sign(c));
        }
    }
    flush(&mut word, &mut tokens);
    tokens
}

/// Whether these can be the ends of a scale.
fn can_be_scale(least: i32, most: i32) -> bool {
    matches!(least, 0 | 1) && (3..=10).contains(&most)
        || least == 0 && matches!(most, 20 | 50 | 100)
        || (least, most) == (1, 100)
}

/// Whether these can be the ends of a scale that a header has both of.
fn can_be_ends(least: i32, most: i32) -> bool {
    can_be_scale(least, most) || least == 0 && matches!(most, 1 | 2)
}

/// Takes a header apart.
pub(super) fn header(text: &str) -> Header {
    let tokens = tokens(text);
    let is_plain = plain(text);
    let mut header = Header {
        words: Vec::new(),
        scale: None,
        low_is_bad: None,
        unit: None,
    };
    let (mut at, mut equals): (usize, Vec<(i32, Option<bool>)>) = (0, Vec::new());
    while let Some(token) = tokens.get(at) {
        let rest = &tokens[at..];
        let (scale, length) = scale_at(rest);
        if let Some(scale) = scale.filter(|_| header.scale.is_none()) {
            header.scale = Some(scale);
            at += length;
            continue;
        }
        if let [Token::Number(number), Token::Sign('=' | ':'), after @ ..] = rest {
            // 0 = none, 10 = worst: the words up to the next number are that end's.
            let own = after.iter().take_while(|token| !matches!(token, Token::Number(_)));
            let count = own.clone().count();
            let said = own.filter_map(|token| match token {
                Token::Word(word) if is_one(BAD, word) => Some(true),
                Token::Word(word) if is_one(GOOD, word) => Some(false),
                _ => None,
            });
            equals.push((*number, said.last()));
            at += 2 + count;
            continue;
        }
        match token {
            Token::Word(word) => match word.as_str() {
                "mg" | "milligram" | "milligrams" | "milligramm" => header.unit = Some(HeaderUnit::Milligrams),
                "µg" | "μg" | "ug" | "mcg" | "microgram" | "micrograms" | "mikrogramm" => {
                    header.unit = Some(HeaderUnit::Micrograms);
                }
                "h" | "hrs" | "hours" | "hour" | "min" | "mins" | "minutes" | "stunden" | "std" | "minuten"
                | "heures" | "horas" | "timer" | "duration" | "dauer" | "durée" | "varighet" | "asleep" => {
                    header.unit = Some(HeaderUnit::Time);
                    header.words.push(word.clone());
                }
                _ if is_one(ASKING, word) => {}
                _ => header.words.push(word.clone()),
            },
            Token::Sign('%') if header.scale.is_none() => header.scale = Some((0, 100)),
            Token::Number(_) | Token::Sign(_) => {}
        }
        at += 1;
    }
    if let (None, [(low, low_says), .., (high, high_says)]) = (header.scale, &equals[..])
        && low < high
        && can_be_ends(*low, *high)
    {
        header.scale = Some((*low, *high));
        header.low_is_bad = low_says.or(high_says.map(|bad| !bad));
    } else if let [(_, says), ..] = equals[..] {
        header.low_is_bad = says;
    }
    // A header of asking words alone means them: "Well", "Day".
    if header.words.is_empty() {
        header.words = is_plain
            .split('_')
            .filter(|word| word.parse::<i32>().is_err())
            .map(str::to_owned)
            .collect();
        header.words.retain(|word| !word.is_empty());
    }
    header
}

/// The scale with which some tokens begin, and how many of them it is.
fn scale_at(tokens: &[Token]) -> (Option<(i32, i32)>, usize) {
    let between = |token: &Token| match token {
        Token::Sign(sign) => matches!(sign, '-' | '–' | '—' | '−' | '…' | '~'),
        Token::Word(word) => is_one(UP_TO, word),
        Token::Number(_) => false,
    };
    match tokens {
        [Token::Number(least), token, Token::Number(most), ..] if between(token) && can_be_ends(*least, *most) => {
            (Some((*least, *most)), 3)
        }
        [
            Token::Number(least),
            Token::Sign('.'),
            Token::Sign('.'),
            Token::Number(most),
            ..,
        ] if can_be_ends(*least, *most) => (Some((*least, *most)), 4),
        // `pain_0_10` as a column of a table of ours may be called elsewhere.
        [Token::Number(0), Token::Number(most @ (10 | 100)), ..] => (Some((0, *most)), 2),
        [Token::Sign('/'), Token::Number(most), ..] if can_be_scale(0, *most) => (Some((0, *most)), 2),
        [Token::Word(out), Token::Word(of), Token::Number(most), ..]
            if out == "out" && of == "of" && can_be_scale(0, *most) =>
        {
            (Some((0, *most)), 3)
        }
        [Token::Word(of), Token::Number(most), ..] if is_one(OUT_OF, of) && can_be_scale(0, *most) => {
            (Some((0, *most)), 2)
        }
        _ => (None, 0),
    }
}

/// What is meant, as far as the diary or this reader has a name for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Concept {
    /// An item, by its id.
    Item(&'static str),
    /// A side effect, by its id.
    SideEffect(&'static str),
    /// Headaches: yes or no, or how bad they were.
    Headache,
    /// Sleep, of which only more words or values say whether it is its quality or its hours.
    Sleep,
    /// Something that is rated and better high: energy, wellbeing.
    BetterHigh,
    /// Something that is rated and better low: stiffness, anxiety.
    BetterLow,
    /// LDN.
    Ldn,
    /// A dose of something.
    Dose,
    /// Extra pain medicine.
    Rescue,
    /// Walking support.
    Walking,
    /// Tags.
    Tags,
    /// Notes.
    Note,
    /// A time of the day.
    Time,
    /// The day of the week.
    Weekday,
    /// A year.
    Year,
    /// What devices measure.
    Measured,
    /// Hours of sleep and the like.
    Hours,
    /// Numbers of rows, places, units.
    Technical,
}

/// Words and what they mean: each list is of all languages, a name of several words has `_` between them.
const CONCEPTS: [(Concept, &str); 46] = [
    (
        Concept::Item("pain"),
        "pain|pains|schmerzintensität|schmerzwert|schmerzskala|vondt|smertestyrke|smerteintensitet|schmerz|schmerzen|schmerzlevel|schmerzstärke|schmerzniveau|douleur|douleurs|dolor|dolores|smerte|smerter|smertenivå|pijn|dolore|smärta",
    ),
    (
        Concept::Item("fatigue"),
        "fatigue|tiredness|mattigkeit|abgeschlagenheit|kraftlosigkeit|agotamiento|cansado|cansada|sliten|slitenhet|trett|energiløshet|lassitude|fatiguée|tired|exhaustion|müdigkeit|erschöpfung|müde|fatigué|épuisement|fatiga|cansancio|utmattelse|tretthet|vermoeidheid|stanchezza|trötthet|træthed",
    ),
    (
        Concept::Item("sleep_quality"),
        "sleep_quality|quality_sleep|sommeil_qualité|sueño_calidad|schlafgüte|søvn_kvalitet|kvalitet_søvn|søvnkvaliteten|schlafqualität|schlaf_qualität|qualität_schlafs|qualité_sommeil|calidad_sueño|calidad_sueno|søvnkvalitet|slaapkwaliteit|sömnkvalitet|qualità_sonno",
    ),
    (
        Concept::Item("overall"),
        "overall|overall_symptoms|gesamtbefinden|beschwerden|beschwerden_insgesamt|symptômes_globaux|symptômes_ensemble|síntomas_generales|síntomas_conjunto|plager|samlede_symptomer|symptomer_totalt|symptoms|overall_symptom|symptome|gesamt|gesamtsymptome|symptômes|síntomas|sintomas|symptomer|symptomer_samlet|general_symptoms|global",
    ),
    (
        Concept::Item("tolerability"),
        "tolerability|verträglichkeit|tolerancia|toleranse|tolérance|tolerabilidad|tolerabilitet",
    ),
    (
        Concept::Item("highest_pain"),
        "highest_pain|worst_pain|schlimmster_schmerz_tages|maximalschmerz|höchste_schmerzen|douleur_max|pire_douleur_jour|dolor_max|peor_dolor_día|verste_smerter|sterkeste_smerter|maks_smerte|max_pain|maximum_pain|peak_pain|pain_worst|pain_max|schlimmster_schmerz|schlimmste_schmerzen|stärkster_schmerz|stärkste_schmerzen|maximaler_schmerz|höchster_schmerz|pire_douleur|douleur_maximale|peor_dolor|dolor_máximo|verste_smerte|sterkeste_smerte",
    ),
    (
        Concept::Item("stress"),
        "stress|stressed|anspannung|gestresst|stressé|estresado|estresada|stresset|estrés|estres|stresslevel|stressnivå",
    ),
    (
        Concept::Item("sadness"),
        "sadness|sad|traurig|niedergeschlagenheit|triste|trist|nedstemthet|traurigkeit|tristesse|tristeza|tristhet",
    ),
    (
        Concept::Item("thinking"),
        "thinking|memory|cognition|merkfähigkeit|denken_gedächtnis|denkvermögen|concentration_mémoire|pensée|pensamiento|pensar|memoria_concentración|tenkning|minne|thinking_memory|concentration|focus|clarity|denken|konzentration|gedächtnis|concentración|mémoire|memoria|konsentrasjon|hukommelse",
    ),
    (
        Concept::Item("stomach"),
        "stomach|gi_symptoms|bauch|magenbeschwerden|bauchbeschwerden|verdauungsbeschwerden|ventre|digestión|digestion_ventre|vientre|barriga|fordøyelse|magen_plager|mageplager|gastrointestinal_symptoms|gut|digestion|magen|magen_darm|verdauung|estomac|estómago|mage",
    ),
    (
        Concept::Item("headache_severity"),
        "headache_severity|headache_intensity|kopfschmerzintensität|migränestärke|douleur_migraine|hodepinestyrke|migrenestyrke|migraine_severity|migraine_pain|kopfschmerzstärke",
    ),
    (
        Concept::Item("mood"),
        "mood|stimmung|humeur|ánimo|estado_ánimo|humør|stemning|stemming|humor|gemütslage",
    ),
    (
        Concept::Item("life_satisfaction"),
        "life_satisfaction|satisfaction_life|lebenszufriedenheit|zufriedenheit_leben|satisfaction_vie|satisfacción_vida|livstilfredshet|tilfredshet_livet",
    ),
    (
        Concept::Item("touch_sensitivity"),
        "touch_sensitivity|sensitivity_touch|allodynia|allodynie|alodinia|allodyni|berührungsempfindlichkeit|sensibilité_toucher|sensibilidad_tacto|berøringsfølsomhet|berøringssmerte|hypersensitivity|skin_sensitivity",
    ),
    (
        Concept::Item("swelling"),
        "swelling|swollen|schwellung|schwellungen|gonflement|enflure|hinchazón|hevelse|oedema|edema|ödem|ødem",
    ),
    (
        Concept::Headache,
        "headache|headaches|kopfweh|kopfschmerzattacke|migräneattacke|migräneanfall|migraña|migrañas|jaqueca|cefaleas|cefalées|migrene|hodesmerter|vondt_hodet|migrän|migraine|migraines|migräne|kopfschmerz|kopfschmerzen|maux_tête|mal_tête|céphalée|céphalées|dolor_cabeza|cefalea|hodepine|hoofdpijn|huvudvärk|hovedpine",
    ),
    (
        Concept::SideEffect("vivid_dreams"),
        "vivid_dreams|dreams|lebhaftes_träumen|intensive_träume|traum|rêves_intenses|rêves_vivaces|sueños_intensos|sueños_vividos|livaktige_drømmer|intense_drømmer|dream|lebhafte_träume|träume|rêves|rêves_vifs|sueños_vívidos|livlige_drømmer|drømmer",
    ),
    (
        Concept::SideEffect("insomnia"),
        "insomnia|trouble_sleeping|einschlafprobleme|schlafprobleme|ein_durchschlafstörungen|durchschlafstörungen|insomnies|insomnio_noche|søvnproblemer|søvnvansker|schlaflosigkeit|schlafstörung|schlafstörungen|insomnie|insomnio|søvnløshet",
    ),
    (
        Concept::SideEffect("nightmares"),
        "nightmares|nightmare|albtraum|alptraum|alpträumen|cauchemar|pesadilla|mareritter|albträume|alpträume|cauchemars|pesadillas|mareritt",
    ),
    (
        Concept::SideEffect("nausea"),
        "nausea|übelkeit|nauseous|übel|écœurement|mal_cœur|uvel|uvelhet|nausée|nausées|náusea|náuseas|nauseas|kvalme|misselijkheid|illamående",
    ),
    (
        Concept::SideEffect("dizziness"),
        "dizziness|dizzy|schwindelig|schwindlig|étourdissement|étourdissements|vértigo|vértigos|svimmel|schwindel|vertige|vertiges|mareo|mareos|svimmelhet",
    ),
    (
        Concept::SideEffect("dry_mouth"),
        "dry_mouth|mundtrockenheit|trockner_mund|sécheresse_buccale|sequedad_boca|sequedad_bucal|munntørr|tørrhet_munnen|trockener_mund|bouche_sèche|boca_seca|munntørrhet|tørr_munn",
    ),
    (
        Concept::SideEffect("diarrhoea"),
        "diarrhoea|diarrhea|diarrhö|diarrhoe|diarrhées|diarreas|løs_mage|diare|durchfall|diarrhée|diarrea|diaré",
    ),
    (
        Concept::SideEffect("constipation"),
        "constipation|verstopfung|obstipation|estreñido|estreñida|treg_mage|hard_mage|estreñimiento|forstoppelse",
    ),
    (
        Concept::SideEffect("abdominal_pain"),
        "abdominal_pain|belly_pain|bauchweh|magenschmerz|magenschmerzen|magenkrämpfe|bauchkrämpfe|mal_ventre|maux_ventre|douleurs_abdominales|dolor_barriga|dolor_estómago|dolor_tripa|magesmerte|vondt_magen|mageknip|stomach_pain|stomach_ache|bauchschmerz|bauchschmerzen|douleur_abdominale|dolor_abdominal|magesmerter",
    ),
    (
        Concept::SideEffect("vomiting"),
        "vomiting|erbrechen|vomited|übergeben|vomi|vómito|vomitar|brekninger|kastet_opp|vomissement|vomissements|vómitos|oppkast",
    ),
    (
        Concept::SideEffect("drowsiness"),
        "drowsiness|sleepiness|schläfrig|tagesmüdigkeit|somnolent|somnolente|adormecimiento|søvnig|søvnighet|døsig|sleepy|schläfrigkeit|somnolence|somnolencia|døsighet",
    ),
    (
        Concept::SideEffect("anxiety"),
        "anxiety|anxious|ängstlichkeit|ängstlich|angoisse|anxieux|anxieuse|ansioso|ansiosa|engstelig|engstelse|angst|anxiété|ansiedad|ängste",
    ),
    (
        Concept::SideEffect("irritability"),
        "irritability|irritable|gereiztheit|gereizt|reizbar|irritado|irritada|irritabel|irritasjon|reizbarkeit|irritabilité|irritabilidad|irritabilitet",
    ),
    (
        Concept::Sleep,
        "sleep|slept|schlaf|geschlafen|sommeil|dormi|sueño|dormir|søvn|slaap|sömn|sonno",
    ),
    (
        Concept::BetterHigh,
        "energy|wellbeing|energie|wohlbefinden|énergie|energía|energi|motivation|\
        quality_life|lebensqualität|overall_well|general_wellbeing|happiness",
    ),
    (
        Concept::BetterLow,
        "brain_fog|stiffness|depression|depressed|elevated|depressed_mood|elevated_mood|mania|psychosis|psychotic|psychotic_symptoms|mental_fog|weakness|nerve_pain|\
        joint_pain|back_pain|muscle_pain|muscle_aches|gehirnnebel|steifheit|steifigkeit|gelenkschmerzen|rückenschmerzen|\
        muskelschmerzen|raideur|brouillard_mental|rigidez|niebla_mental|hjernetåke|stivhet|itching|numbness|tingling|\
        morning_stiffness|morgensteifigkeit|bloating|sensitivity|spasms|malaise|pem|crash",
    ),
    (
        Concept::Ldn,
        "ldn|ldn_dose|dose_ldn|dosis_ldn|ldn_dosis|ldn_dosage|naltrexone|naltrexon|naltrexona|low_dose_naltrexone|naltrexone_dose|dose_naltrexone|dose_taken|dose_mg|dosis_ldn_mg",
    ),
    (Concept::Dose, "dose|dosage|dosis|dosierung|posologie|amount_dose"),
    (
        Concept::Rescue,
        "rescue_medicine|rescue_medication|rescue_meds|rescue|painkiller|painkillers|extra_pain_medicine|pain_medicine|pain_medication|pain_meds|notfallmedikament|\
        notfallmedikation|bedarfsmedikament|bedarfsmedikation|schmerzmittel|antidouleur|antalgique|médicament_secours|analgésico|medicación_rescate|medicamento_rescate|\
        smertestillende|behovsmedisin",
    ),
    (
        Concept::Walking,
        "walking_support|walking_aid|gehhilfe|aide_marche|apoyo_caminar|gåstøtte|ganghjelp",
    ),
    (
        Concept::Tags,
        "tags|tag|events|factors|activities|triggers|auslöser|aktivitäten|faktoren|ereignisse|schlagwörter|stichwörter|étiquettes|\
        activités|facteurs|déclencheurs|etiquetas|actividades|factores|aktiviteter|hendelser|merkelapper|potential_triggers",
    ),
    (
        Concept::Note,
        "note|notes|comment|comments|remark|remarks|bemerkung|bemerkungen|kommentar|kommentare|notiz|notizen|anmerkung|anmerkungen|\
        remarque|remarques|commentaire|commentaires|nota|notas|comentario|comentarios|observaciones|notat|notater|merknad|merknader|\
        journal|diary|anything_else|text|note_title|kommentarer|opmerkingen",
    ),
    (
        Concept::Time,
        "time|time_day|uhrzeit|zeit|heure|hora|tid|klokkeslett|tidspunkt|clock",
    ),
    (
        Concept::Weekday,
        "weekday|day_week|week_day|wochentag|jour_semaine|día_semana|dia_semana|ukedag|veckodag|giorno",
    ),
    (Concept::Year, "year|jahr|année|annee|año|år"),
    (
        Concept::Measured,
        "steps|schritte|pas|pasos|skritt|step_count|heart_rate|resting_hr|resting_heart_rate|hr|hrv|puls|pulse|spo2|calories|calories_burned|kalorien|weight|gewicht|\
        poids|peso|vekt|temperature|temperatur|blood_pressure|systolic|diastolic|distance|readiness_score|sleep_score|activity_score|readiness|stability|\
        stability_score|weather|humidity|pressure|respiratory_rate|floors|minutes_sedentary|number_awakenings|efficiency|bmi",
    ),
    (
        Concept::Hours,
        "hours|hours_slept|hours_sleep|sleep_hours|sleep_duration|schlafdauer|stunden_schlaf|schlafstunden|heures_sommeil|horas_sueño|søvntimer|timer_søvn|\
        duration|minutes_asleep|minutes_awake|time_bed|lasted|total_sleep|total_sleep_duration|deep_sleep|rem_sleep|light_sleep|asleep|durée_sommeil",
    ),
    (
        Concept::Technical,
        "id|uuid|no|nr|row|line|index|unit|units|label|email|e_mail|email_address|username|location|geohash|source|device|interval|intervall|zeile|username",
    ),
    (
        Concept::Technical,
        "start_utc_offset_min|end_utc_offset_min|utc_offset|time_offset|timezone|time_zone",
    ),
    (Concept::Measured, "oxygen|glucose|cycle|weight_kg|weight_lbs"),
];

/// What words mean, where all of them are one name.
pub(super) fn concept(words: &[String]) -> Option<Concept> {
    let name = words.join("_");
    let found = CONCEPTS.iter().find(|(_, names)| is_one(names, &name));
    found.map(|(concept, _)| *concept)
}

/// Severities in order, from the least; `/` between words of one place.
const LADDERS: [&str; 7] = [
    "none/no/nothing/not at all/no pain|very mild/slight/a little/minimal|mild/low/light|moderate/medium/some|high/bad/strong|severe/a lot|very severe/very bad/extreme|unbearable/worst",
    "keine/kein/nein/gar nicht|sehr leicht|leicht/gering/wenig/niedrig|mittel/mäßig/moderat|stark/hoch/viel|sehr stark/schwer|unerträglich",
    "aucun/aucune/pas du tout|très léger|léger/légère/faible|modéré/modérée/moyen|fort/forte|sévère/très fort|insupportable",
    "ninguno/ninguna/nada|muy leve|leve/bajo/poco|moderado/moderada/medio|fuerte/alto/mucho|severo/grave/intenso|insoportable",
    "ingen/ikke/nei|veldig mild|mild/lett/lav|moderat/middels|sterk/høy|svært sterk/alvorlig|uutholdelig",
    "awful/terrible/very bad|bad/poor|meh/ok/okay/fair/average/neutral|good|rad/great/very good/excellent",
    "sehr schlecht/furchtbar|schlecht|geht so/okay/mittel|gut|sehr gut/super",
];

/// Puts words in the order of a list of severities that has them all; else they stay as they are.
pub(super) fn in_order(words: &mut Vec<String>) {
    for ladder in LADDERS {
        let place = |word: &str| {
            ladder
                .split('|')
                .position(|step| step.split('/').any(|one| one == in_small_letters(word.trim())))
        };
        let mut placed = Vec::new();
        for word in words.iter() {
            let Some(place) = place(word) else { break };
            placed.push((place, word.clone()));
        }
        if placed.len() == words.len() {
            placed.sort_by_key(|(place, _)| *place);
            *words = placed.into_iter().map(|(_, word)| word).collect();
            return;
        }
    }
}

const YES: &str = "yes|y|true|ja|j|oui|o|vrai|si|sí|s|sim|wahr|verdadero|vero|sann|sant|waar|x|✓|✔|☑|yep|done|taken|1";
const NO: &str = "no|n|false|nein|non|faux|falsch|nei|nej|nee|falso|usann|falskt|onwaar|não|✗|✘|☐|0";
/// Words for no that may be the least of a scale as well.
const NONE: &str = "none|keine|kein|aucun|aucune|ninguno|ninguna|ingen";

/// Yes or no in the ways that tables say it.
pub(super) fn yes_or_no(cell: &str) -> Option<bool> {
    let cell = in_small_letters(cell.trim());
    let cell = match cell.strip_suffix(".0").or(cell.strip_suffix(",0")) {
        Some(whole) => whole,
        None => &cell,
    };
    if is_one(YES, cell) {
        Some(true)
    } else if is_one(NO, cell) || is_one(NONE, cell) {
        Some(false)
    } else {
        None
    }
}

/// Words among doses that say that none was taken; without spaces and marks.
const NOT_TAKEN: &str = "skipped|skip|missed|not_taken|didn_t_take|forgot|forgotten|left_out|omitted|\
    ausgelassen|vergessen|nicht_genommen|nicht_eingenommen|übersprungen|verpasst|\
    oublié|oubliée|oubli|pas_pris|pas_prise|non_pris|non_prise|sauté|sautée|omis|omise|manqué|manquée|\
    olvidado|olvidada|olvido|olvidé|no_tomado|no_tomada|no_tomé|omitido|omitida|saltado|saltada|\
    glemt|hoppet_over|ikke_tatt|utelatt|droppet|glömt|sprunget_over|ikke_taget|vergeten|dimenticato|dimenticata";

/// Whether a cell among doses says that none was taken.
pub(super) fn is_not_taken(cell: &str) -> bool {
    is_one(NOT_TAKEN, &plain(cell))
}

/// Whether a cell is a word for none, which tells nothing of whether its column is one of yes and no.
pub(super) fn is_none(cell: &str) -> bool {
    is_one(NONE, &in_small_letters(cell.trim()))
}

/// Whether a cell says that nothing was entered: what programs write in place of nothing.
pub(super) fn is_nothing(cell: &str) -> bool {
    let cell = in_small_letters(cell.trim());
    is_one("null|nan|n/a|#n/a|na|#nv|k. a.|-|–|—|?", &cell) || cell.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_apart(text: &str) -> (String, Option<(i32, i32)>) {
        let header = header(text);
        (header.words.join("_"), header.scale)
    }

    #[test]
    fn a_header_says_its_scale_and_its_name() {
        for (text, words, scale) in [
            ("Pain", "pain", None),
            ("Pain (0-10)", "pain", Some((0, 10))),
            ("Pain /10", "pain", Some((0, 10))),
            ("Pain (1-10)", "pain", Some((1, 10))),
            ("pain_level_0_100", "pain", Some((0, 100))),
            ("pain_0_10", "pain", Some((0, 10))),
            ("Pain %", "pain", Some((0, 100))),
            ("How bad was your pain today? (0-10)", "pain", Some((0, 10))),
            ("Fatigue out of 10", "fatigue", Some((0, 10))),
            ("Schmerz (0 bis 10)", "schmerz", Some((0, 10))),
            ("Schmerzen von 10", "schmerzen", Some((0, 10))),
            ("Douleur (0 à 10)", "douleur", Some((0, 10))),
            ("Dolor de cabeza", "dolor_cabeza", None),
            ("Smerte 0–10", "smerte", Some((0, 10))),
            ("Pain (0-1)", "pain", Some((0, 1))),
            ("Fatigue (0 = none, 2 = severe)", "fatigue", Some((0, 2))),
            ("Müdigkeit [1…5]", "müdigkeit", Some((1, 5))),
            ("Pain (0 = none, 10 = worst)", "pain", Some((0, 10))),
            ("Vitamin B12", "vitamin_b", None),
            ("LDN (mg)", "ldn", None),
            ("Type 2", "type", None),
        ] {
            assert_eq!(taken_apart(text), (words.to_owned(), scale), "{text}");
        }
        assert_eq!(header("Sleep (1 = great, 5 = awful)").low_is_bad, Some(false));
        assert_eq!(header("Sleep (1 = bad, 5 = good)").low_is_bad, Some(true));
        assert_eq!(header("LDN (mg)").unit, Some(HeaderUnit::Milligrams));
        assert_eq!(header("LDN [µg]").unit, Some(HeaderUnit::Micrograms));
    }

    #[test]
    fn names_are_known_in_the_languages_that_tables_come_in() {
        for (text, expected) in [
            ("Schmerz (0-10)", Concept::Item("pain")),
            ("Niveau de douleur", Concept::Item("pain")),
            ("Nivel de dolor", Concept::Item("pain")),
            ("Smertenivå", Concept::Item("pain")),
            ("Qualité du sommeil", Concept::Item("sleep_quality")),
            ("Calidad del sueño", Concept::Item("sleep_quality")),
            ("Søvnkvalitet", Concept::Item("sleep_quality")),
            ("Maux de tête", Concept::Headache),
            ("Hodepine", Concept::Headache),
            ("Kopfweh", Concept::Headache),
            ("Migräne", Concept::Headache),
            ("Migraña", Concept::Headache),
            ("Migrene", Concept::Headache),
            ("Vondt i hodet", Concept::Headache),
            ("Mattigkeit (0-10)", Concept::Item("fatigue")),
            ("Sliten", Concept::Item("fatigue")),
            ("Agotamiento", Concept::Item("fatigue")),
            ("Schlafgüte", Concept::Item("sleep_quality")),
            ("Beschwerden", Concept::Item("overall")),
            ("Traurig", Concept::Item("sadness")),
            ("Mal au cœur", Concept::SideEffect("nausea")),
            ("Mal de ventre", Concept::SideEffect("abdominal_pain")),
            ("Bauchweh", Concept::SideEffect("abdominal_pain")),
            ("Vondt i magen", Concept::SideEffect("abdominal_pain")),
            ("Svimmel", Concept::SideEffect("dizziness")),
            ("Vértigo", Concept::SideEffect("dizziness")),
            ("Sequedad de boca", Concept::SideEffect("dry_mouth")),
            ("Sécheresse buccale", Concept::SideEffect("dry_mouth")),
            ("Gereizt", Concept::SideEffect("irritability")),
            ("Angoisse", Concept::SideEffect("anxiety")),
            ("Treg mage", Concept::SideEffect("constipation")),
            ("Albtraum", Concept::SideEffect("nightmares")),
            ("Schlafprobleme", Concept::SideEffect("insomnia")),
            ("Worst pain", Concept::Item("highest_pain")),
            ("LDN dose", Concept::Ldn),
            ("Bemerkung", Concept::Note),
            ("Resting HR", Concept::Measured),
            ("Hours of sleep", Concept::Hours),
        ] {
            assert_eq!(concept(&header(text).words), Some(expected), "{text}");
        }
        assert_eq!(concept(&header("Back (lower) pain").words), None);
    }

    #[test]
    fn no_word_means_two_things() {
        let mut seen: Vec<(&str, Concept)> = Vec::new();
        for (concept, names) in CONCEPTS {
            for name in names.split('|') {
                let twice = seen.iter().find(|(other, _)| *other == name);
                assert!(twice.is_none_or(|(_, other)| *other == concept), "{name}: {twice:?}");
                seen.push((name, concept));
            }
        }
    }

    #[test]
    fn severities_come_in_order() {
        let mut words = ["Severe", "none", "Moderate", "mild"].map(str::to_owned).to_vec();
        in_order(&mut words);
        assert_eq!(words, ["none", "mild", "Moderate", "Severe"]);
        let mut words = ["stark", "keine", "leicht"].map(str::to_owned).to_vec();
        in_order(&mut words);
        assert_eq!(words, ["keine", "leicht", "stark"]);
        let mut words = ["red", "blue"].map(str::to_owned).to_vec();
        in_order(&mut words);
        assert_eq!(words, ["red", "blue"]);
        assert_eq!(
            ["WAHR", "nein", "oui", "x", "1.0", "maybe", "None"].map(yes_or_no),
            [
                Some(true),
                Some(false),
                Some(true),
                Some(true),
                Some(true),
                None,
                Some(false)
            ]
        );
    }
}
