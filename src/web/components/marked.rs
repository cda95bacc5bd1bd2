//! A message in which a part stands out, leads on or is only heard, written in it as `<b>…</b>`, `<a>…</a>` or `<i>…</i>`.

use leptos::prelude::*;

use crate::web::views::CollectAny as _;
use crate::words::as_named;

/// The message. Only these marks mean something; a name that it is given has to be [`unmarked`](crate::words::unmarked).
#[component]
pub fn Marked(
    /// The message with its marks.
    #[prop(into)]
    text: String,
    /// Where the link leads: a page beside the app.
    #[prop(optional)]
    href: &'static str,
) -> impl IntoView {
    let mut views = Vec::new();
    let mut rest = text.as_str();
    while let Some((plain, mark, inside, after)) = next_mark(rest) {
        views.push(as_named(plain).into_any());
        let inside = as_named(inside);
        views.push(match mark {
            Mark::Strong => view! { <strong>{inside}</strong> }.into_any(),
            Mark::Heard => view! { <span class="visually-hidden">{inside}</span> }.into_any(),
            Mark::Link => view! {
                <a href=href rel="external">
                    {inside}
                </a>
            }
            .into_any(),
        });
        rest = after;
    }
    views.push(as_named(rest).into_any());
    views.into_iter().collect_any()
}

enum Mark {
    Strong,
    Link,
    /// For screen readers alone.
    Heard,
}

/// The text before the next mark, the mark, what it holds, and what stands after it.
fn next_mark(text: &str) -> Option<(&str, Mark, &str, &str)> {
    let find = |open, close, mark| {
        let (plain, rest) = text.split_once(open)?;
        let (inside, after) = rest.split_once(close)?;
        Some((plain, mark, inside, after))
    };
    let marks = [
        find("<b>", "</b>", Mark::Strong),
        find("<a>", "</a>", Mark::Link),
        find("<i>", "</i>", Mark::Heard),
    ];
    marks.into_iter().flatten().min_by_key(|(plain, ..)| plain.len())
}
