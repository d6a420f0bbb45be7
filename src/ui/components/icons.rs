//! The icons of the app: the one place that says which of lucide's drawings it uses.

pub use icondata_lu::{
    LuActivity, LuArrowDown, LuArrowLeft, LuArrowLeftFromLine, LuArrowRight, LuArrowRightFromLine, LuArrowUp, LuBadgeCheck,
    LuBetweenVerticalEnd, LuBuilding2, LuCalculator, LuCalendarDays, LuChartColumn, LuCheck, LuCheckCheck, LuChevronDown,
    LuChevronRight, LuChevronsLeftRight, LuChevronsRightLeft, LuCircleAlert, LuCircleDashed, LuCircleHelp, LuClipboardCheck,
    LuClipboardPaste, LuClock, LuCompass, LuCopy, LuDownload, LuEllipsis, LuEye, LuFileDown, LuFilePlus, LuFileText,
    LuFolderOpen, LuFootprints, LuGauge, LuGift, LuGitCompareArrows, LuGlobe, LuGripVertical, LuHandHelping, LuLanguages,
    LuLayers, LuLightbulb, LuLink, LuListChecks, LuListFilter, LuLoaderCircle, LuMail, LuMailOpen, LuMap, LuMaximize, LuMenu,
    LuMerge, LuMessageCircle, LuMessageSquareQuote, LuMessagesSquare, LuMoon, LuMousePointerClick, LuNetwork, LuPackage,
    LuPencil, LuPhone, LuPlus, LuPresentation, LuPrinter, LuRadio, LuRedo2, LuRoute, LuScale, LuScissors, LuSearch, LuSettings,
    LuShare, LuShare2, LuSmartphone, LuSparkles, LuSplit, LuSquareSplitHorizontal, LuStar, LuStore, LuSun, LuSunMoon, LuTable,
    LuTarget, LuTrash2, LuTriangleAlert, LuUndo2, LuUpload, LuUser, LuUsers, LuWaypoints, LuWrench, LuX, LuZap,
};
