//! Registers: what journeys, measures and data of the whole plan share.

use super::{
    ChannelId, DepartmentId, DimensionId, Id, OtherFields, PersonaId, Record, Reference, SegmentValueId, SubPhaseId,
    TouchpointId, TypedId,
    reference::{unlink_many, unlink_one},
};
use serde::{Deserialize, Serialize};

/// A department of the organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Department {
    /// Its id.
    pub id: DepartmentId,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Person-days that it can give to measures in a quarter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity_days_per_quarter: Option<f64>,
    /// What its measures may cost, in the plan's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<f64>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Department {
    /// Makes a department with a name alone.
    #[must_use]
    pub fn new(id: DepartmentId, name: &str) -> Self {
        Self { id, name: name.to_owned(), capacity_days_per_quarter: None, budget: None, other: OtherFields::new() }
    }
}

impl Record for Department {
    type Id = DepartmentId;
    const TABLE: &'static str = "departments";
    fn id(&self) -> &DepartmentId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.name
    }
    fn references(&self, _: &mut dyn FnMut(Reference)) {}
    fn unlink(&mut self, _: &Reference) {}
}

/// What carries a channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    /// Software: website, app, e-mail.
    #[default]
    Digital,
    /// A thing or a place: letter, packaging, shop.
    Physical,
    /// A person: hotline, field sales.
    Human,
}

impl ChannelKind {
    /// All kinds in order.
    pub const ALL: [Self; 3] = [Self::Digital, Self::Physical, Self::Human];
}

/// The picture that stands for a channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ChannelSymbol {
    #[default]
    Web,
    Search,
    Email,
    App,
    Chat,
    SocialMedia,
    Phone,
    Letter,
    Shop,
    Person,
    Parcel,
    Event,
    Calculator,
}

impl ChannelSymbol {
    /// All symbols in order.
    pub const ALL: [Self; 13] = [
        Self::Web,
        Self::Search,
        Self::Email,
        Self::App,
        Self::Chat,
        Self::SocialMedia,
        Self::Phone,
        Self::Letter,
        Self::Shop,
        Self::Person,
        Self::Parcel,
        Self::Event,
        Self::Calculator,
    ];
}

/// A way on which company and customer meet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Channel {
    /// Its id.
    pub id: ChannelId,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// What carries it.
    #[serde(default)]
    pub kind: ChannelKind,
    /// Whether it is online.
    #[serde(default)]
    pub online: bool,
    /// Its picture.
    #[serde(default)]
    pub symbol: ChannelSymbol,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Channel {
    /// Makes a digital online channel with a name alone.
    #[must_use]
    pub fn new(id: ChannelId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            kind: ChannelKind::default(),
            online: true,
            symbol: ChannelSymbol::default(),
            other: OtherFields::new(),
        }
    }
}

impl Record for Channel {
    type Id = ChannelId;
    const TABLE: &'static str = "channels";
    fn id(&self) -> &ChannelId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.name
    }
    fn references(&self, _: &mut dyn FnMut(Reference)) {}
    fn unlink(&mut self, _: &Reference) {}
}

/// A value of a dimension, such as "business customer".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SegmentValue {
    /// Its id.
    pub id: SegmentValueId,
    /// Its name, by which imported data know it.
    #[serde(default)]
    pub name: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// A dimension by which customers are told apart, such as customer type or region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    /// Its id.
    pub id: DimensionId,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Its values in order.
    #[serde(default)]
    pub values: Vec<SegmentValue>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Dimension {
    /// Makes a dimension without values.
    #[must_use]
    pub fn new(id: DimensionId, name: &str) -> Self {
        Self { id, name: name.to_owned(), values: Vec::new(), other: OtherFields::new() }
    }

    /// Makes a dimension with values.
    #[must_use]
    pub fn with_values(id: DimensionId, name: &str, values: Vec<(SegmentValueId, &str)>) -> Self {
        let value = |(id, name): (SegmentValueId, &str)| SegmentValue { id, name: name.to_owned(), other: OtherFields::new() };
        Self { values: values.into_iter().map(value).collect(), ..Self::new(id, name) }
    }
}

impl Record for Dimension {
    type Id = DimensionId;
    const TABLE: &'static str = "dimensions";
    fn id(&self) -> &DimensionId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.name
    }
    fn parts(&self) -> Vec<Vec<&Id>> {
        vec![self.values.iter().map(|value| value.id.as_id()).collect()]
    }
    fn references(&self, _: &mut dyn FnMut(Reference)) {}
    fn unlink(&mut self, gone: &Reference) {
        if let Reference::SegmentValue(dimension, value) = gone
            && *dimension == self.id
        {
            self.values.retain(|v| v.id != *value);
        }
    }
}

/// How a touchpoint touches the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contact {
    /// Customer and company deal with each other.
    Interaction,
    /// The customer perceives the company.
    Perception,
    /// People talk about the company.
    Talk,
}

impl Contact {
    /// All kinds in order.
    pub const ALL: [Self; 3] = [Self::Interaction, Self::Perception, Self::Talk];
}

/// A point of contact between customer and company; one of the whole plan, however many journeys lead through it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Touchpoint {
    /// Its id.
    pub id: TouchpointId,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Its channels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelId>,
    /// The department that owns it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentId>,
    /// The sub-phase that it mainly belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_phase: Option<SubPhaseId>,
    /// Its kind of contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// Free notes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Touchpoint {
    /// Makes a touchpoint with a name alone.
    #[must_use]
    pub fn new(id: TouchpointId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            channels: Vec::new(),
            department: None,
            sub_phase: None,
            contact: None,
            notes: String::new(),
            other: OtherFields::new(),
        }
    }
}

impl Record for Touchpoint {
    type Id = TouchpointId;
    const TABLE: &'static str = "touchpoints";
    fn id(&self) -> &TouchpointId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.name
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.channels.iter().cloned().for_each(|id| visit(id.into()));
        self.department.iter().cloned().for_each(|id| visit(id.into()));
        self.sub_phase.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_many(&mut self.channels, gone);
        unlink_one(&mut self.department, gone);
        unlink_one(&mut self.sub_phase, gone);
    }
}

/// Whether customers are businesses or consumers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Market {
    /// Businesses.
    B2b,
    /// Consumers.
    B2c,
}

/// A value of a dimension, as a persona refers to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// The dimension.
    pub dimension: DimensionId,
    /// Its value.
    pub value: SegmentValueId,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Segment {
    /// Refers to a value of a dimension.
    #[must_use]
    pub fn new(dimension: DimensionId, value: SegmentValueId) -> Self {
        Self { dimension, value, other: OtherFields::new() }
    }
}

/// A type of customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Persona {
    /// Its id.
    pub id: PersonaId,
    /// Name of the type.
    #[serde(default)]
    pub name: String,
    /// Business or consumer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market: Option<Market>,
    /// Segments by which data know this type.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<Segment>,
    /// Situation in which customers of this type are.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub situation: String,
    /// What they need.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub needs: String,
    /// What they expect.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub expectations: String,
    /// What hurts them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pains: String,
    /// Channels that they prefer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelId>,
    /// A sentence that one of them could say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quote: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Persona {
    /// Makes a persona with a name alone.
    #[must_use]
    pub fn new(id: PersonaId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            market: None,
            segments: Vec::new(),
            situation: String::new(),
            needs: String::new(),
            expectations: String::new(),
            pains: String::new(),
            channels: Vec::new(),
            quote: String::new(),
            other: OtherFields::new(),
        }
    }
}

impl Record for Persona {
    type Id = PersonaId;
    const TABLE: &'static str = "personas";
    fn id(&self) -> &PersonaId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.name
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        for segment in &self.segments {
            visit(segment.dimension.clone().into());
            visit(Reference::SegmentValue(segment.dimension.clone(), segment.value.clone()));
        }
        self.channels.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        self.segments.retain(|segment| match gone {
            Reference::Dimension(dimension) => segment.dimension != *dimension,
            Reference::SegmentValue(dimension, value) => segment.dimension != *dimension || segment.value != *value,
            _ => true,
        });
        unlink_many(&mut self.channels, gone);
    }
}
