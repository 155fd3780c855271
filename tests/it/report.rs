//! What people read and what programs rely on, held still by snapshots.

mod explanations;
mod findings;
mod shapes;
mod texts;

/// Holds a text against the snapshot of that name.
fn hold(name: &str, text: &str) {
    insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}
