#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| readers::check_csv(text));
