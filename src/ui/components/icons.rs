//! The icons of the app: the one place that says which of lucide's drawings it uses.

pub use icondata_lu::{
    LuActivity, LuArrowDown, LuArrowLeft, LuArrowRight, LuArrowUp, LuBadgeCheck, LuBuilding2, LuCalculator, LuCalendarDays,
    LuChartColumn, LuCheck, LuChevronRight, LuCircleAlert, LuCircleDashed, LuCircleHelp, LuClipboardCheck, LuCompass, LuCopy,
    LuDownload, LuEllipsis, LuEye, LuFileDown, LuFilePlus, LuFileText, LuFolderOpen, LuGauge, LuGlobe, LuLanguages, LuLayers,
    LuLightbulb, LuListChecks, LuLoaderCircle, LuMail, LuMailOpen, LuMap, LuMenu, LuMessageCircle, LuMessageSquareQuote, LuMoon,
    LuMousePointerClick, LuPackage, LuPencil, LuPhone, LuPlus, LuRadio, LuRedo2, LuRoute, LuSearch, LuSettings, LuShare,
    LuShare2, LuSmartphone, LuStar, LuStore, LuSun, LuSunMoon, LuTable, LuTrash2, LuTriangleAlert, LuUndo2, LuUpload, LuUser,
    LuUsers, LuX, LuZap,
};
