//! Fields of the place: words to type, figures to type, choices. What is typed is taken in when the field is left, and what
//! cannot be is said beside it.

use super::desk::{Desk, use_desk};
use crate::model::edit::{Edit, bounds_of, kind_of, text_of, value_of};
use crate::model::fields::FieldDef;
use crate::model::{Field, PartId};
use crate::say;
use crate::ui::platform::events::{choice_of, input_of, undo_of};
use crate::ui::platform::press::Press;
use crate::ui::widgets::TypedInput;
use crate::words::building;
use crate::words::typed::{Misread, NumberKind};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// Words to type. Undo by the keys takes back what was typed and not yet taken in; then it is the page's own undo.
#[component]
pub fn WordsInput(
    label: Signal<String>,
    value: Signal<String>,
    take: Callback<String>,
    /// Id of a list of what is usual.
    #[prop(optional)]
    list: Option<&'static str>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional)] wrong: Option<Signal<bool>>,
    /// What stands there while nothing does.
    #[prop(optional)]
    hint: Option<Signal<String>>,
) -> impl IntoView {
    let desk = use_desk();
    let press = use_context::<Press>();
    let node: NodeRef<html::Input> = NodeRef::new();
    let put_back = move || {
        if let Some(input) = node.get_untracked() {
            input.set_value(&value.get_untracked());
        }
    };
    let typed = move |event: Event| {
        let Some(input) = input_of(&event) else { return };
        let typed = input.value();
        if typed == value.get_untracked() {
            return;
        }
        let taken = Callback::new(move |()| {
            take.run(typed.clone());
            put_back();
        });
        match press {
            Some(press) => press.after(taken),
            None => taken.run(()),
        }
    };
    let by_key = move |event: KeyboardEvent| {
        let (Some(command), Some(input)) = (undo_of(&event), input_of(&event)) else { return };
        event.prevent_default();
        if input.value() == value.get_untracked() {
            desk.store.run(command);
        }
        put_back();
    };
    Effect::new(move |_| {
        value.track();
        put_back();
    });
    view! {
        <input class="words-input" type="text" id=id autocomplete="off" aria-label=label node_ref=node list=list
            placeholder=move || hint.map(|hint| hint.get())
            aria-invalid=move || wrong.is_some_and(|wrong| wrong.get()).to_string()
            on:change=typed on:keydown=by_key
        />
    }
}

/// Words of a part in the language of the page.
#[component]
pub fn PartWords(
    part: PartId,
    field: Field,
    label: Signal<String>,
    #[prop(optional, into)] id: Option<String>,
) -> impl IntoView {
    let desk = use_desk();
    let shown = {
        let part = part.clone();
        Memo::new(move |_| words_of(desk, &part, field, desk.store.code()))
    };
    let wrong = {
        let part = part.clone();
        Signal::derive(move || desk.problems.with(|all| !building::problems_at(all, &part, Some(field)).is_empty()))
    };
    let take = Callback::new(move |words: String| desk.act(&Edit::Words { part: part.clone(), field, words }));
    match id {
        Some(id) => view! { <WordsInput label=label value=shown.into() take=take id=id wrong=wrong/> }.into_any(),
        None => view! { <WordsInput label=label value=shown.into() take=take wrong=wrong/> }.into_any(),
    }
}

/// The words of a part that stand in one language; those of another where there are none, so that nothing looks empty.
fn words_of(desk: Desk, part: &PartId, field: Field, code: &str) -> String {
    desk.whole.with(|j| text_of(j, part, field).map_or_else(String::new, |text| text.get(code).to_owned()))
}

/// The row of a field of a part, with its bounds there.
pub fn row_of(desk: Desk, part: &PartId, field: Field) -> Option<(&'static FieldDef, (f64, f64))> {
    let row = field.on(kind_of(part)?)?;
    let bounds = desk.whole.with(|j| bounds_of(j, part, row));
    Some((row, bounds))
}

/// How a figure of a part is read and written.
pub fn number_kind(desk: Desk, part: &PartId, field: Field) -> Option<NumberKind> {
    let (row, bounds) = row_of(desk, part, field)?;
    Some(building::kind(&desk.teller(), row, bounds))
}

/// A figure of a part to type.
#[component]
pub fn Figure(
    part: PartId,
    field: Field,
    label: Signal<String>,
    #[prop(default = "5")] size: &'static str,
    misread: RwSignal<Option<Misread>>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] described_by: Option<String>,
) -> impl IntoView {
    let desk = use_desk();
    let shown = {
        let part = part.clone();
        // Figures that stay as they are leave alone what is typed beside them.
        Memo::new(move |_| {
            let row = kind_of(&part).and_then(|kind| field.on(kind));
            let value = row.and_then(|row| desk.whole.with(|j| value_of(j, &part, row)));
            match (number_kind(desk, &part, field), value) {
                (Some(kind), Some(value)) => kind.write(value),
                _ => String::new(),
            }
        })
    };
    let read = Callback::new(move |typed: String| {
        // Of what may be left out, nothing typed leaves it out.
        let may_be_empty = matches!(field, Field::LowStrength | Field::HighStrength | Field::TenureUntil);
        let value = if may_be_empty && typed.trim().is_empty() {
            None
        } else {
            let kind = untrack(|| number_kind(desk, &part, field)).ok_or(Misread::NoNumber)?;
            Some(kind.read(&typed)?)
        };
        desk.command(&Edit::Number { part: part.clone(), field, value }).ok_or(Misread::Beyond)
    });
    match (id, described_by) {
        (Some(id), Some(by)) => {
            view! { <TypedInput label=label value=shown.into() size=size read=read misread=misread id=id described_by=by/> }
                .into_any()
        }
        _ => view! { <TypedInput label=label value=shown.into() size=size read=read misread=misread/> }.into_any(),
    }
}

/// What is said of a figure that was not taken.
pub fn told(desk: Desk, part: &PartId, field: Field, misread: &Misread) -> String {
    number_kind(desk, part, field).map_or_else(String::new, |kind| kind.told(misread))
}

/// A choice among a few: what each is called, which holds, and what choosing one does.
#[component]
pub fn Choose(
    label: Signal<String>,
    /// Value and name of each, the chosen one by its value.
    options: Signal<Vec<(String, String)>>,
    value: Signal<String>,
    take: Callback<String>,
    #[prop(optional)] id: Option<&'static str>,
) -> impl IntoView {
    // Both are told from the whole journey. What is as it was is not drawn anew: there are hundreds of options on the page.
    let options = Memo::new(move |_| options.get());
    let value = Memo::new(move |_| value.get());
    let chosen = move |event: Event| {
        if let Some(choice) = choice_of(&event) {
            take.run(choice);
        }
        // What was not taken does not stand there.
        if let Some(list) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok()) {
            list.set_value(&value.get_untracked());
        }
    };
    let all = move || {
        let now = value.get();
        let one = |(value, name): (String, String)| {
            let is_it = value == now;
            view! { <option value=value selected=is_it>{name}</option> }
        };
        options.get().into_iter().map(one).collect_view()
    };
    view! { <select id=id aria-label=label on:change=chosen prop:value=value>{all}</select> }
}

/// The same, with its name over it.
#[component]
pub fn NamedChoice(
    label: Signal<String>,
    options: Signal<Vec<(String, String)>>,
    value: Signal<String>,
    take: Callback<String>,
) -> impl IntoView {
    view! {
        <label>
            <span class="form-name">{label}</span>
            <Choose label=label options=options value=value take=take/>
        </label>
    }
}

/// A labelled figure of the form, with what it means and what was wrong with what was typed.
#[component]
pub fn FigureField(part: PartId, field: Field, #[prop(optional)] name: Option<Signal<String>>) -> impl IntoView {
    let desk = use_desk();
    let misread = RwSignal::new(None::<Misread>);
    let label =
        name.unwrap_or_else(|| Signal::derive(move || building::field(desk.store.language.get(), field).to_owned()));
    let after = {
        let part = part.clone();
        move || row_of(desk, &part, field).map(|(row, _)| building::after(&desk.teller(), row)).unwrap_or_default()
    };
    let said = {
        let part = part.clone();
        move || {
            if let Some(why) = misread.get() {
                return told(desk, &part, field, &why);
            }
            let teller = desk.teller();
            let problem = desk.problems.with(|all| {
                building::problems_at(all, &part, Some(field)).first().map(|p| building::what_and_fix(&teller, p))
            });
            match problem {
                Some((what, fix)) => format!("{what} {fix}"),
                None => {
                    kind_of(&part).map_or("", |kind| building::help(desk.store.language.get(), kind, field)).to_owned()
                }
            }
        }
    };
    let is_wrong = {
        let part = part.clone();
        move || {
            misread.with(Option::is_some)
                || desk.problems.with(|all| !building::problems_at(all, &part, Some(field)).is_empty())
        }
    };
    let empty = matches!(field, Field::LowStrength | Field::HighStrength | Field::TenureUntil);
    view! {
        <div class="form-row">
            <span class="form-name">{label}</span>
            <span class="form-value">
                <Figure part=part field=field label=label misread=misread/>
                <span class="after">{after}</span>
            </span>
            <span class="hint" class:wrong=is_wrong role="status">
                {said}{empty.then_some(move || format!(" ({})", say!(desk, build.form.empty)))}
            </span>
        </div>
    }
}
