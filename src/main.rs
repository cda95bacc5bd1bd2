//! Starts the app in the browser.

fn main() {
    ldn_diary::web::start();
}
