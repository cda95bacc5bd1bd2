//! Sheets → the bytes of the file.

use pdf_writer::types::{CidFontType, FontFlags, StructRole, SystemInfo, TabOrder, TableHeaderScope, UnicodeCmap};
use pdf_writer::{Chunk, Name, Rect, Ref, Str, TextStr};

use super::file::File;
use super::letters::Font;
use super::sheets::{Sheets, Style, font_name, points};
use super::tags::{Child, Heads, Tag};
use super::true_type;
use crate::markup::{Node, element};
use crate::report::Paper;
use crate::words::paper as words;

const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const INFO: Ref = Ref::new(3);
const STRUCTURE: Ref = Ref::new(4);
const METADATA: Ref = Ref::new(5);
const PRODUCER: &str = "LDN Diary";
/// The language of the words of a report, as its HTML file has it.
const LANGUAGE: &str = "en";
/// The objects before these stand above.
const FIRST: i32 = 6;
const SYSTEM: SystemInfo<'static> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// Which object has which number.
struct Numbers {
    sheets: i32,
    tags: i32,
    fonts: i32,
}

/// Objects of one sheet, and of one font.
const OF_A_SHEET: i32 = 3;
const OF_A_FONT: i32 = 5;

impl Numbers {
    fn of(sheets: &Sheets<'_>) -> Numbers {
        let tags = FIRST + OF_A_SHEET * count(sheets.filled.len());
        Numbers {
            sheets: FIRST,
            tags,
            fonts: tags + count(sheets.tags.all.len()),
        }
    }

    fn sheet(&self, place: usize) -> Ref {
        Ref::new(self.sheets + OF_A_SHEET * count(place))
    }

    fn content(&self, place: usize) -> Ref {
        Ref::new(self.sheets + OF_A_SHEET * count(place) + 1)
    }

    /// Which parts the contents of a sheet belong to.
    fn parts(&self, place: usize) -> Ref {
        Ref::new(self.sheets + OF_A_SHEET * count(place) + 2)
    }

    fn tag(&self, place: usize) -> Ref {
        Ref::new(self.tags + count(place))
    }

    fn font(&self, place: usize, part: i32) -> Ref {
        Ref::new(self.fonts + OF_A_FONT * count(place) + part)
    }
}

fn count(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX / 8)
}

/// The file, by its title, with what stands at the foot of each sheet beside its number; without that no sheet has a number.
pub(super) fn bytes(mut sheets: Sheets<'_>, title: &str, foot: Option<&str>) -> Vec<u8> {
    if let Some(foot) = foot {
        number_pages(&mut sheets, foot);
    }
    let numbers = Numbers::of(&sheets);
    let mut file = File::new();
    file.object(CATALOG, |chunk| {
        let mut catalog = chunk.indirect(CATALOG).start::<pdf_writer::writers::Catalog<'_>>();
        catalog.pages(PAGES).lang(TextStr(LANGUAGE)).metadata(METADATA);
        catalog.mark_info().marked(true);
        catalog.viewer_preferences().display_doc_title(true);
        catalog.pair(Name(b"StructTreeRoot"), STRUCTURE);
    });
    file.object(INFO, |chunk| {
        let mut info = chunk.indirect(INFO).start::<pdf_writer::writers::DocumentInfo<'_>>();
        info.title(TextStr(title)).producer(TextStr(PRODUCER));
    });
    // Not pressed: programs look for it without reading the file.
    file.object(METADATA, |chunk| {
        let metadata = metadata(title);
        let mut stream = chunk.stream(METADATA, metadata.as_bytes());
        stream
            .pair(Name(b"Type"), Name(b"Metadata"))
            .pair(Name(b"Subtype"), Name(b"XML"));
    });
    pages(&mut file, &sheets, &numbers);
    structure(&mut file, &sheets, &numbers);
    for (&place, used) in &sheets.used {
        font(&mut file, sheets.fonts.font(place), place, used, &numbers);
    }
    file.finish(CATALOG, INFO)
}

/// What the file is, as catalogues of files read it (XMP, ISO 16684-1), and that it can be read aloud (PDF/UA, ISO 14289-1).
fn metadata(title: &str) -> String {
    let item = element("rdf:li").with("xml:lang", "x-default").text(title);
    let languages = element("rdf:Bag").child(element("rdf:li").text(LANGUAGE));
    let about = element("rdf:Description")
        .with("rdf:about", "")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:pdf", "http://ns.adobe.com/pdf/1.3/")
        .with("xmlns:pdfuaid", "http://www.aiim.org/pdfua/ns/id/")
        .child(element("dc:title").child(element("rdf:Alt").child(item)))
        .child(element("dc:language").child(languages))
        .child(element("pdf:Producer").text(PRODUCER))
        .child(element("pdfuaid:part").text("1"));
    let all = element("rdf:RDF").with("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    let whole = element("x:xmpmeta")
        .with("xmlns:x", "adobe:ns:meta/")
        .child(all.child(about));
    [
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
        &Node::from(whole).html(),
        "\n<?xpacket end=\"r\"?>",
    ]
    .concat()
}

/// "page 1 of 6" at the foot of each sheet, once it is known how many there are, and whose they are: a sheet can get lost.
fn number_pages(sheets: &mut Sheets<'_>, foot: &str) {
    let style = Style::new(2.75, 1.0);
    let all = std::mem::take(&mut sheets.filled);
    let many = all.len().to_string();
    for (index, sheet) in all.into_iter().enumerate() {
        sheets.filled.push(sheet);
        let text = words::page(&(index + 1).to_string(), &many);
        let x = Paper::MARGIN + sheets.width() - sheets.fonts.width(&text, false) * style.size;
        let y = sheets.bottom() + 6.0;
        sheets.decorated(|sheets| {
            sheets.text(&text, false, style, x, y);
            sheets.text(foot, false, style, Paper::MARGIN, y);
        });
    }
}

fn pages(file: &mut File, sheets: &Sheets<'_>, numbers: &Numbers) {
    let many = sheets.filled.len();
    let kids = (0..many).map(|place| numbers.sheet(place));
    file.object(PAGES, |chunk| {
        chunk.pages(PAGES).kids(kids).count(count(many));
    });
    for (place, (content, _)) in sheets.filled.iter().enumerate() {
        file.object(numbers.sheet(place), |chunk| page(chunk, sheets, place, numbers));
        file.stream(numbers.content(place), content.as_bytes(), |_| {});
    }
}

fn page(chunk: &mut Chunk, sheets: &Sheets<'_>, place: usize, numbers: &Numbers) {
    let (width, height) = sheets.paper.size();
    let mut page = chunk.page(numbers.sheet(place));
    page.parent(PAGES)
        .media_box(Rect::new(0.0, 0.0, points(width), points(height)));
    page.contents(numbers.content(place)).struct_parents(count(place));
    page.tab_order(TabOrder::StructureOrder);
    let mut resources = page.resources();
    let mut fonts = resources.fonts();
    for font in sheets.used.keys() {
        fonts.pair(Name(font_name(*font).as_bytes()), numbers.font(*font, 0));
    }
}

fn structure(file: &mut File, sheets: &Sheets<'_>, numbers: &Numbers) {
    file.object(STRUCTURE, |chunk| {
        let mut root = chunk
            .indirect(STRUCTURE)
            .start::<pdf_writer::writers::StructTreeRoot<'_>>();
        root.child(numbers.tag(0));
        root.parent_tree_next_key(count(sheets.filled.len()));
        let mut by_sheet = root.parent_tree();
        let mut entries = by_sheet.nums();
        for place in 0..sheets.filled.len() {
            entries.insert(count(place), numbers.parts(place));
        }
    });
    for (place, (_, parts)) in sheets.filled.iter().enumerate() {
        let id = numbers.parts(place);
        let parts = parts.iter().map(|part| numbers.tag(*part));
        file.small(id, |chunk| _ = chunk.indirect(id).array().items(parts));
    }
    for (place, part) in sheets.tags.all.iter().enumerate() {
        file.small(numbers.tag(place), |chunk| tag(chunk, part, place, numbers));
    }
}

fn tag(chunk: &mut Chunk, tag: &Tag, place: usize, numbers: &Numbers) {
    let mut element = chunk.struct_element(numbers.tag(place));
    element.kind(tag.role);
    element.parent(tag.parent.map_or(STRUCTURE, |parent| numbers.tag(parent)));
    if let Some(alt) = &tag.alt {
        element.alt(TextStr(alt));
    }
    if let Some(heads) = tag.heads {
        let scope = match heads {
            Heads::Column => TableHeaderScope::Column,
            Heads::Row => TableHeaderScope::Row,
        };
        let mut attributes = element.attributes();
        let mut cell = attributes.push().table();
        cell.scope(scope);
        if tag.across > 1 {
            cell.col_span(count(tag.across));
        }
    }
    if let (StructRole::Figure, Some([left, low, right, high])) = (tag.role, tag.place) {
        let mut attributes = element.attributes();
        let mut layout = attributes.push().layout();
        layout.bbox(Rect::new(left, low, right, high));
        layout.placement(pdf_writer::types::Placement::Block);
    }
    let mut children = element.children();
    for child in &tag.children {
        match *child {
            Child::Tag(child) => {
                children.struct_element(numbers.tag(child));
            }
            Child::Content { page, id } => {
                children
                    .marked_content_ref()
                    .page(numbers.sheet(page))
                    .marked_content_id(id);
            }
        }
    }
}

/// Embeds a font with the letters that were used.
fn font(file: &mut File, font: &Font, place: usize, used: &std::collections::BTreeMap<u16, char>, numbers: &Numbers) {
    let [whole, cid, descriptor, data, unicode] = [0, 1, 2, 3, 4].map(|part| numbers.font(place, part));
    let name = format!("LDNDRY+OpenSans-{place}");
    let name = Name(name.as_bytes());
    file.object(whole, |chunk| {
        let mut type0 = chunk.type0_font(whole);
        type0.base_font(name).encoding_predefined(Name(b"Identity-H"));
        type0.descendant_font(cid).to_unicode(unicode);
    });
    file.object(cid, |chunk| {
        let mut cid_font = chunk.cid_font(cid);
        cid_font.subtype(CidFontType::Type2).base_font(name).system_info(SYSTEM);
        cid_font.font_descriptor(descriptor).default_width(0.0);
        cid_font.cid_to_gid_map_predefined(Name(b"Identity"));
        let mut widths = cid_font.widths();
        for id in used.keys() {
            widths.consecutive(*id, [thousandths(font.width(*id))]);
        }
    });
    file.object(descriptor, |chunk| describe(chunk, font, name, descriptor, data));
    let whole = true_type::written(font, used);
    file.stream(data, &whole, |stream| {
        stream.pair(Name(b"Length1"), count(whole.len()));
    });
    let mut cmap = UnicodeCmap::new(Name(b"Letters"), SYSTEM);
    for (id, c) in used {
        cmap.pair(*id, *c);
    }
    file.stream(unicode, &cmap.finish(), |_| {});
}

fn describe(chunk: &mut Chunk, font: &Font, name: Name<'_>, descriptor: Ref, file: Ref) {
    let [left, right, low, high] = font.edges.map(thousandths);
    let [above, below] = font.reach.map(thousandths);
    let mut described = chunk.font_descriptor(descriptor);
    described.name(name).flags(FontFlags::SYMBOLIC).italic_angle(0.0);
    described.bbox(Rect::new(left, low, right, high));
    described.ascent(above).descent(below);
    described.cap_height(714.0).stem_v(80.0).font_file2(file);
}

/// Units of a font, which are thousandths of the size, as the file counts them.
#[expect(clippy::cast_precision_loss, reason = "some thousands")]
fn thousandths(units: i32) -> f32 {
    units as f32
}
