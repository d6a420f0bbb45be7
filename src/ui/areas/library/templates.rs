//! The choice of a template for a new plan.

use super::begin;
use crate::ui::{
    components::Dialog,
    files::Beginning,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::catalogue::Template;

/// The dialog.
#[component]
pub fn TemplateDialog(open: RwSignal<bool>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let library = &texts.library;
    let choose = move |template| {
        open.set(false);
        begin(workspace, Beginning::Template(template));
    };
    let choice = move |template: Template| {
        let (name, about) = template.words(texts.language);
        view! {
            <li>
                <button type="button" class="template" on:click=move |_| choose(template)>
                    <span class="template-name">{name}</span>
                    <span class="template-about">{about}</span>
                </button>
            </li>
        }
    };
    view! {
        <Dialog open title=library.templates close_label=texts.shell.close wide=true>
            <p class="secondary">{library.templates_text}</p>
            <ul class="templates">{Template::ALL.map(choice).collect_view()}</ul>
        </Dialog>
    }
}
