//! A document as a tree of elements and text: what a report is shown, printed and saved as.
//!
//! The same tree becomes the text of an HTML file ([`Node::html`]) and, as JSON, the nodes of the open page. Text stays
//! text in both: nothing that a patient wrote can become markup.

use std::fmt::Write as _;

use serde::Serialize;
use serde::ser::{SerializeTuple, Serializer};

/// What an HTML file may do: show what stands in it. It runs nothing and fetches nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Plain text.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element: names are our own words, values and text may be anybody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// Elements that have no end tag in HTML.
const VOID: [&str; 2] = ["br", "meta"];

/// An empty element of this name.
pub fn element(name: &'static str) -> Element {
    Element {
        name,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

impl Element {
    /// With an attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Element {
        self.attributes.push((name, value.into()));
        self
    }

    /// With a text at its end.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Element {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// With a piece at its end.
    #[must_use]
    pub fn child(mut self, child: impl Into<Node>) -> Element {
        self.children.push(child.into());
        self
    }

    /// With pieces at its end.
    #[must_use]
    pub fn children<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Element {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    fn write(&self, html: &mut String) {
        html.push('<');
        html.push_str(self.name);
        for (name, value) in &self.attributes {
            // Writing to a string can't fail.
            _ = write!(html, " {name}=\"");
            escape(value, html);
            html.push('"');
        }
        html.push('>');
        if VOID.contains(&self.name) {
            return;
        }
        for child in &self.children {
            child.write(html);
        }
        _ = write!(html, "</{}>", self.name);
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Node {
        Node::Element(element)
    }
}

impl Node {
    /// The piece as HTML.
    pub fn html(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        match self {
            Node::Text(text) => escape(text, html),
            Node::Element(element) => element.write(html),
        }
    }
}

/// A document with its own style sheet, as the page shows it.
#[derive(Debug, Serialize)]
pub struct Styled {
    /// The document.
    pub document: Node,
    /// Its style sheet.
    pub style: &'static str,
}

/// A whole HTML file: style sheet included, no script, nothing fetched. The style sheet holds no mark that HTML would read, so
/// it stands as it is.
pub fn file(title: &str, style: &str, document: Node) -> String {
    let head = element("head")
        .child(element("meta").with("charset", "utf-8"))
        .child(
            element("meta")
                .with("name", "viewport")
                .with("content", "width=device-width, initial-scale=1"),
        )
        .child(
            element("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", POLICY),
        )
        .child(element("title").text(title));
    let style = format!("<style>\n{style}</style></head>");
    let head = Node::from(head).html().replace("</head>", &style);
    let body = element("body").child(element("main").with("class", "desk").child(document));
    let body = Node::from(body).html();
    format!("<!doctype html>\n<html lang=\"en\">\n{head}\n{body}\n</html>\n")
}

/// Nothing in the text can end the text or the attribute that it stands in.
fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(c),
        }
    }
}

/// A text is a string, an element a list of its name, its attributes and its children.
impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Node::Text(text) => serializer.serialize_str(text),
            Node::Element(element) => {
                let mut list = serializer.serialize_tuple(3)?;
                list.serialize_element(element.name)?;
                list.serialize_element(&element.attributes)?;
                list.serialize_element(&element.children)?;
                list.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_anybody_wrote_stays_text() {
        let note = "<img src=x onerror=alert(1)> & \"quoted\"";
        let paragraph = Node::from(element("p").with("title", note).text(note).child(element("br")));
        let safe = "&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot;";
        assert_eq!(paragraph.html(), format!("<p title=\"{safe}\">{safe}<br></p>"));
    }

    #[test]
    fn a_tree_travels_as_lists() {
        let node = Node::from(element("p").with("class", "a").text("b").child(element("br")));
        let json = serde_json::to_string(&node).unwrap();
        assert_eq!(json, r#"["p",[["class","a"]],["b",["br",[],[]]]]"#);
    }
}
