//! Small accessible parts of which every page is made.
//!
//! They contain no words: texts come in translated. They show a signal and report with a callback, and never hold
//! the truth about anything but their own opening and closing.

mod button;
mod channel_icon;
mod chart;
mod choice_field;
mod data_grid;
mod data_table;
mod dialog;
mod editable_text;
mod emotion_curve;
mod empty_state;
mod field;
mod gradual;
mod head;
mod help_hint;
mod icon;
pub mod icons;
mod inline_editor;
mod kbd;
mod lifecycle_table;
mod list_filters;
mod live_region;
mod mark;
mod menu;
mod mood;
mod number_field;
pub mod number_format;
mod panel;
mod picker;
mod pill;
pub mod popover;
mod save_state;
mod scroll_window;
mod segmented;
mod severity;
mod sparkline;
mod text_field;
mod tick_dialog;
mod toast;
mod value_grid;

pub use button::{Button, ButtonKind, IconButton, LinkButton};
pub use channel_icon::channel_icon;
pub use chart::{Chart, ChartActions, ChartHandle};
pub use choice_field::{CheckField, Choices, SelectField, with_first};
pub use data_grid::{CellEdit, DataCell, DataColumn, DataGrid, DataLine, DataRow, GridSource};
pub use data_table::{Column, DataTable, next_order};
pub use dialog::Dialog;
pub use editable_text::EditableText;
pub use emotion_curve::EmotionCurve;
pub use empty_state::EmptyState;
pub use gradual::Gradual;
pub use head::{PageHead, SectionHead};
pub use help_hint::HelpHint;
pub use icon::{Glyph, Icon};
pub use inline_editor::{EditEnd, InlineEditor};
pub use kbd::{Kbd, KeyList};
pub use lifecycle_table::{LifecycleColumn, LifecycleCost, LifecycleCount, LifecycleRow, LifecycleTable};
pub use list_filters::ListFilters;
pub use live_region::LiveRegion;
pub use mark::Mark;
pub use menu::{Menu, MenuItem};
pub use mood::Mood;
pub use number_field::NumberField;
pub use panel::Panel;
pub use picker::{ChipsPicker, Picker};
pub use pill::{Pill, phase_key, phase_of};
pub use save_state::{SaveState, SaveStep};
pub use scroll_window::ScrollWindow;
pub use segmented::Segmented;
pub use severity::Severity;
pub use sparkline::Sparkline;
pub use text_field::{DateField, TextArea, TextField};
pub use tick_dialog::{TickDialog, TickGroup, TickWords};
pub use toast::{ToastAction, ToastRegion, Toasts};
pub use value_grid::{GridColumn, GridRow, ValueGrid};

use std::cell::Cell;

thread_local! {
    static NEXT_ID: Cell<u32> = const { Cell::new(0) };
}

/// An element id that this page has not used yet, for labels and descriptions that name each other.
pub fn unique_id(prefix: &str) -> String {
    NEXT_ID.with(|next| {
        let id = next.get();
        next.set(id + 1);
        format!("{prefix}-{id}")
    })
}
