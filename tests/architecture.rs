//! Holds what the compiler doesn't: the arrows between modules, and rules about sources and style sheets that it reads.

use reiseplan::route::Area;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What each module of the core may use of the others. `texts::format` and `texts::Language`, the formats of numbers
/// and dates, count as a module of their own: they need no words, and words need them.
const ARROWS: &[(&str, &[&str])] = &[
    ("plan", &[]),
    ("route", &["plan"]),
    ("editor", &["plan", "route"]),
    ("texts::format", &["plan"]),
    ("figures", &["plan", "finance", "texts::format"]),
    ("finance", &["plan"]),
    ("check", &["plan", "route", "figures", "finance", "catalogue"]),
    ("import", &["plan", "figures", "export"]),
    ("listing", &["plan", "figures", "route", "editor", "texts"]),
    ("exchange", &["plan", "editor"]),
    (
        "texts",
        &[
            "plan",
            "route",
            "editor",
            "figures",
            "finance",
            "check",
            "import",
            "exchange",
            "listing",
            "sheet",
            "clipboard",
            "texts::format",
        ],
    ),
    ("charts", &["plan", "figures", "texts", "texts::format"]),
    ("clipboard", &["plan", "matrix", "sheet", "import", "texts", "texts::format"]),
    ("catalogue", &["plan", "texts::format"]),
    ("matrix", &["plan", "catalogue", "sheet", "import", "export", "texts", "texts::format"]),
    ("picture", &["plan", "figures", "charts", "sheet", "texts", "texts::format"]),
    ("export", &["plan", "texts::format"]),
    ("sheet", &["plan", "figures", "finance", "listing", "export", "texts", "texts::format"]),
];

/// Crates that only exist in a browser.
const BROWSER_CRATES: &[&str] = &["gloo_", "idb::", "js_sys", "leptos", "send_wrapper", "wasm_bindgen", "web_sys", "icondata"];

/// What only `ui/platform` may name: storage, files, timers, workers, other tabs, charts.
const PLATFORM: &[&str] = &[
    "BroadcastChannel",
    "FileReader",
    "Interval::new",
    "LocalStorage::",
    "SessionStorage",
    "Worker::new",
    "web_sys::Storage",
    "echarts",
    "gloo_",
    "idb::",
    "indexed_db",
    "local_storage",
    "session_storage",
    "set_interval",
    "set_timeout",
];

struct Source {
    /// From `src/`, with `/`.
    name: String,
    /// The module that the file is, e.g. `["ui", "areas", "journeys", "map"]`.
    module: Vec<String>,
    /// Without comments and without the tests at its end.
    code: String,
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn read(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of sources can be read") {
        let path = entry.expect("an entry of a folder can be read").path();
        if path.is_dir() {
            read(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(src()).expect("it lies in src").to_string_lossy().replace('\\', "/");
            if name.ends_with("/tests.rs") || name.contains("/tests/") {
                continue;
            }
            let stem = name.trim_end_matches(".rs").trim_end_matches("/mod");
            let module = stem.split('/').map(str::to_owned).collect();
            let text = fs::read_to_string(&path).expect("a source is UTF-8");
            found.push(Source { name, module, code: code_of(&text) });
        }
    }
}

fn code_of(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    read(&src(), &mut found);
    assert!(found.len() > 10, "the sources are found");
    found
}

fn is_core(source: &Source) -> bool {
    !["ui", "bin", "main", "lib"].contains(&source.module[0].as_str())
}

fn identifier(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// The paths of a path or a group of paths that stands at the start of the text, and what follows it.
fn tree(text: &str) -> (Vec<Vec<String>>, &str) {
    if let Some(mut rest) = text.strip_prefix('{') {
        let mut found = Vec::new();
        while !rest.starts_with('}') && !rest.is_empty() {
            let (paths, after) = tree(rest.trim_start());
            found.extend(paths);
            // Another name may follow with `as`.
            let end = after.find([',', '}']).unwrap_or(after.len());
            rest = after[end..].trim_start_matches(',').trim_start();
        }
        return (found, rest.strip_prefix('}').unwrap_or_default());
    }
    let name = identifier(text);
    let rest = &text[name.len()..];
    match rest.strip_prefix("::") {
        Some(further) if !name.is_empty() => {
            let (paths, rest) = tree(further);
            (paths.into_iter().map(|path| [vec![name.to_owned()], path].concat()).collect(), rest)
        }
        _ => (vec![vec![name.to_owned()]], rest),
    }
}

/// The absolute paths of a path or a group of paths below `base` whose rest stands at the start of the text.
fn expand(base: &[String], rest: &str) -> Vec<Vec<String>> {
    tree(rest).0.into_iter().map(|path| [base, &path].concat()).collect()
}

/// The paths within the package that a source names, as far as they tell the module they lead to.
fn paths(source: &Source) -> BTreeSet<Vec<String>> {
    let mut found = BTreeSet::new();
    let code = &source.code;
    let starts_word = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '$');
    for start in ["crate::", "reiseplan::"] {
        for (at, _) in code.match_indices(start).filter(|(at, _)| starts_word(*at)) {
            found.extend(expand(&[], &code[at + start.len()..]));
        }
    }
    for (at, _) in code.match_indices("super::").filter(|(at, _)| starts_word(*at)) {
        let mut rest = &code[at..];
        let mut base = source.module.clone();
        while let Some(further) = rest.strip_prefix("super::") {
            base.pop();
            rest = further;
        }
        found.extend(expand(&base, rest));
    }
    found
}

/// The node of `ARROWS` that a path belongs to.
fn node(path: &[String]) -> Option<&'static str> {
    let second = path.get(1).map(String::as_str).unwrap_or_default();
    let name = match path[0].as_str() {
        "texts" if second == "format" || second == "Language" => "texts::format",
        first => first,
    };
    ARROWS.iter().map(|(node, _)| *node).find(|node| *node == name)
}

fn assert_none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}:\n  {}", found.join("\n  "));
}

#[test]
fn groups_of_paths_are_taken_apart() {
    let paths = |text| expand(&["a".to_owned()], text).into_iter().map(|path| path.join("::")).collect::<Vec<_>>();
    assert_eq!(paths("b::C::new(d)"), ["a::b::C::new"]);
    assert_eq!(paths("{\n    b::{self, C as D, e::{F}},\n    g,\n};"), ["a::b::self", "a::b::C", "a::b::e::F", "a::g"]);
}

#[test]
fn the_modules_of_the_core_use_each_other_only_along_the_arrows() {
    let mut found = Vec::new();
    let mut used = BTreeSet::new();
    for source in sources().iter().filter(|source| is_core(source)) {
        let own = node(&source.module).unwrap_or_else(|| panic!("{} has no place in ARROWS", source.name));
        let allowed = ARROWS.iter().find(|(name, _)| *name == own).expect("it was found above").1;
        for path in paths(source) {
            if path[0] == "ui" || node(&path).is_some_and(|other| other != own && !allowed.contains(&other)) {
                found.push(format!("{} uses {}", source.name, path.join("::")));
            }
            used.extend(node(&path).map(|other| (own, other)));
        }
    }
    assert_none(&found, "an arrow that the architecture doesn't have");
    let arrows = ARROWS.iter().flat_map(|(own, others)| others.iter().map(|other| (*own, *other)));
    let unused = arrows.filter(|arrow| !used.contains(arrow)).map(|(own, other)| format!("{own} doesn't use {other}"));
    assert_none(&unused.collect::<Vec<_>>(), "an arrow that nothing goes along");
}

#[test]
fn the_core_knows_no_browser() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| is_core(source)) {
        let named = BROWSER_CRATES.iter().filter(|name| source.code.contains(*name));
        found.extend(named.map(|name| format!("{} names {name}", source.name)));
    }
    assert_none(&found, "the core names what only a browser has");
}

#[test]
fn an_area_uses_no_other_area() {
    let sources = sources();
    let area = |path: &[String]| match path {
        [ui, areas, area, ..] if ui == "ui" && areas == "areas" => Some(area.clone()),
        _ => None,
    };
    let areas = sources.iter().filter_map(|source| area(&source.module)).collect::<BTreeSet<_>>();
    let mut found = Vec::new();
    for source in &sources {
        let Some(own) = area(&source.module) else { continue };
        for other in areas.iter().filter(|other| **other != own) {
            let uses_path = paths(source).iter().any(|path| area(path).as_ref() == Some(other));
            if uses_path || source.code.contains(&format!("areas::{other}::")) {
                found.push(format!("{} uses the area {other}", source.name));
            }
        }
    }
    assert_none(&found, "areas use each other");
}

#[test]
fn only_the_platform_touches_storage_files_timers_workers_and_charts() {
    let mut found = Vec::new();
    let outside = |source: &&Source| source.name.starts_with("ui/") && !source.name.starts_with("ui/platform");
    for source in sources().iter().filter(outside) {
        let named = PLATFORM.iter().filter(|name| source.code.contains(*name));
        found.extend(named.map(|name| format!("{} names {name}", source.name)));
    }
    assert_none(&found, "what belongs into ui/platform");
}

#[test]
fn markup_is_never_made_from_text() {
    let sources = sources();
    let found = sources.iter().filter(|source| source.code.contains("inner_html") || source.code.contains("set_outer_html"));
    assert_none(&found.map(|source| source.name.clone()).collect::<Vec<_>>(), "inner_html is used");
}

/// Two areas whose parts had the same class would take each other's look, since all style sheets are one.
#[test]
fn a_class_has_the_rules_of_its_own_in_one_style_sheet() {
    let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let (mut sheets, mut folders) = (Vec::new(), vec![style]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of style sheets can be read") {
            let path = entry.expect("an entry of a folder can be read").path();
            if path.is_dir() { folders.push(path) } else { sheets.push(path) }
        }
    }
    let mut places: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for sheet in sheets {
        let text = fs::read_to_string(&sheet).expect("a style sheet is UTF-8");
        let rules = text.lines().filter_map(|line| line.strip_prefix('.')?.strip_suffix([',', '{']));
        let is_class = |name: &&str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        for class in rules.map(str::trim_end).filter(is_class) {
            places.entry(class.to_owned()).or_default().insert(sheet.display().to_string());
        }
    }
    assert!(places.len() > 500, "the classes are found");
    let shared = places.into_iter().filter(|(_, sheets)| sheets.len() > 1);
    let found: Vec<String> = shared.map(|(class, sheets)| format!(".{class} in {sheets:?}")).collect();
    assert_none(&found, "a class has the rules of its own in one style sheet");
}

#[test]
fn the_site_has_a_page_for_the_address_of_each_area() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/areas.json");
    let text = fs::read_to_string(file).expect("the list of pages can be read");
    let pages: BTreeSet<String> = serde_json::from_str(&text).expect("it is a list of names");
    let addresses = Area::ALL.iter().map(|area| area.path().trim_matches('/').to_owned());
    assert_eq!(pages, addresses.filter(|address| !address.is_empty()).collect());
}

#[test]
fn the_settings_for_hosts_carry_the_policy_of_the_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = |name: &str| fs::read_to_string(root.join(name)).expect("it can be read");
    let page = text("index.html");
    let start = page.find("default-src").expect("the page has a policy");
    let policy = page[start..].split('"').next().expect("it ends with the attribute");
    for name in ["nginx-headers.conf", "_headers", "Caddyfile"] {
        assert!(text(&format!("public/deploy/{name}")).contains(policy), "{name} has another policy");
    }
}
