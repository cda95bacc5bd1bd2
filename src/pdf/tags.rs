//! What is what in the file: headings, paragraphs, tables, a figure with its words. Screen readers follow this.

use pdf_writer::types::StructRole;

/// A part of the document.
pub(super) struct Tag {
    pub(super) role: StructRole,
    pub(super) parent: Option<usize>,
    pub(super) children: Vec<Child>,
    /// What a figure shows.
    pub(super) alt: Option<String>,
    /// Whether it heads a column or a row; of a table's cell.
    pub(super) heads: Option<Heads>,
    /// How many columns it stands across; of a table's cell.
    pub(super) across: usize,
    /// Where a figure stands on its page: left, bottom, right, top, in points.
    pub(super) place: Option<[f32; 4]>,
}

/// What a heading cell is the heading of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Heads {
    Column,
    Row,
}

/// What is in a part.
pub(super) enum Child {
    /// Another part.
    Tag(usize),
    /// Something on a page, by its number there.
    Content { page: usize, id: i32 },
}

/// All parts; the first one is the document.
pub(super) struct Tags {
    pub(super) all: Vec<Tag>,
    /// The parts that are open, from the outermost.
    open: Vec<usize>,
}

impl Tags {
    pub(super) fn new() -> Tags {
        let mut tags = Tags {
            all: Vec::new(),
            open: Vec::new(),
        };
        tags.begin(StructRole::Document);
        tags
    }

    /// Opens a part within the one that is open.
    pub(super) fn begin(&mut self, role: StructRole) -> &mut Tag {
        let place = self.all.len();
        let parent = self.open.last().copied();
        if let Some(parent) = parent {
            self.all[parent].children.push(Child::Tag(place));
        }
        self.open.push(place);
        self.all.push(Tag {
            role,
            parent,
            children: Vec::new(),
            alt: None,
            heads: None,
            across: 1,
            place: None,
        });
        &mut self.all[place]
    }

    pub(super) fn end(&mut self) {
        self.open.pop();
    }

    /// Puts something on a page into the part that is open.
    pub(super) fn content(&mut self, page: usize, id: i32) -> usize {
        let place = self.open.last().copied().unwrap_or_default();
        self.all[place].children.push(Child::Content { page, id });
        place
    }
}
