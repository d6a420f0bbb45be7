//! The icons of the app: the one place that says which of lucide's drawings it uses.

pub use icondata_lu::{
    LuActivity, LuArrowDown, LuArrowLeft, LuArrowRight, LuArrowUp, LuBadgeCheck, LuBookOpen, LuBuilding2, LuCalculator,
    LuCalendar, LuCalendarDays, LuChartColumn, LuCheck, LuChevronDown, LuChevronLeft, LuChevronRight, LuCircleAlert,
    LuCircleDashed, LuCircleHelp, LuClipboardCheck, LuClock, LuCompass, LuCopy, LuDownload, LuEllipsis, LuExternalLink, LuEye,
    LuEyeOff, LuFileDown, LuFilePlus, LuFileText, LuFlag, LuFolderOpen, LuFootprints, LuGauge, LuGitCompare, LuGlobe,
    LuGripVertical, LuHeart, LuImage, LuInfo, LuKeyboard, LuLanguages, LuLayers, LuLayoutDashboard, LuLightbulb, LuLink,
    LuListChecks, LuLoaderCircle, LuMail, LuMailOpen, LuMap, LuMenu, LuMessageCircle, LuMessageSquareQuote, LuMonitor, LuMoon,
    LuMousePointerClick, LuMove, LuNewspaper, LuPackage, LuPencil, LuPhone, LuPlus, LuPresentation, LuRadio, LuRedo, LuRedo2,
    LuRoute, LuScale, LuSearch, LuSettings, LuShare, LuShare2, LuSmartphone, LuStar, LuStore, LuSun, LuSunMoon, LuTable, LuTag,
    LuTarget, LuTrash2, LuTriangleAlert, LuUndo, LuUndo2, LuUpload, LuUser, LuUsers, LuWallet, LuX, LuZap,
};
