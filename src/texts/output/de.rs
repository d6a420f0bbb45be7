//! German words of what becomes of a map outside the app.

use super::{Labels, Output};

pub const OUTPUT: Output = Output {
    labels: Labels {
        stage: "Etappe", sub_phase: "Abschnitt des Lebenszyklus", touchpoint: "Touchpoint", heading: "Überschrift"
    },
};
