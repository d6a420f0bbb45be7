//! The icon that stands for a channel, alike wherever a channel is shown.

use super::{
    icon::Glyph,
    icons::{
        LuCalculator, LuCalendarDays, LuGlobe, LuMail, LuMailOpen, LuMessageCircle, LuPackage, LuPhone, LuSearch, LuShare2,
        LuSmartphone, LuStore, LuUser,
    },
};
use reiseplan::plan::ChannelSymbol;

/// The drawing of a channel's symbol.
pub fn channel_icon(symbol: ChannelSymbol) -> Glyph {
    match symbol {
        ChannelSymbol::Web => LuGlobe,
        ChannelSymbol::Search => LuSearch,
        ChannelSymbol::Email => LuMail,
        ChannelSymbol::App => LuSmartphone,
        ChannelSymbol::Chat => LuMessageCircle,
        ChannelSymbol::SocialMedia => LuShare2,
        ChannelSymbol::Phone => LuPhone,
        ChannelSymbol::Letter => LuMailOpen,
        ChannelSymbol::Shop => LuStore,
        ChannelSymbol::Person => LuUser,
        ChannelSymbol::Parcel => LuPackage,
        ChannelSymbol::Event => LuCalendarDays,
        ChannelSymbol::Calculator => LuCalculator,
    }
}
