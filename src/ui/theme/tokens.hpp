// The measures everything is built from, in CSS pixels. ui::px() turns them into device pixels.
#pragma once

namespace attune::ui {

// Type: four sizes. Small for captions and tables, Body to read, Title for headings, Display for the one
// figure that matters on a card.
inline constexpr float kTypeSmall = 13;
inline constexpr float kTypeBody = 15;
inline constexpr float kTypeTitle = 20;
inline constexpr float kTypeDisplay = 32;
inline constexpr float kLineHeight = 1.5F;  // of the font size, in paragraphs

// Space.
inline constexpr float kSpace1 = 4;
inline constexpr float kSpace2 = 8;
inline constexpr float kSpace3 = 12;
inline constexpr float kSpace4 = 16;
inline constexpr float kSpace5 = 24;
inline constexpr float kSpace6 = 32;
inline constexpr float kSpace7 = 48;

// Corners.
inline constexpr float kRadiusControl = 8;
inline constexpr float kRadiusCard = 14;
inline constexpr float kRadiusSmall = 4;

// Controls: high enough for a finger (WCAG 2.2, 2.5.8 asks for 24).
inline constexpr float kControlHeight = 38;
inline constexpr float kControlHeightSmall = 30;
inline constexpr float kIconSize = 18;
inline constexpr float kBorder = 1;
inline constexpr float kFocusRing = 2;

// Where the layout changes: below the first a phone, below the second a narrow window.
inline constexpr float kPhoneWidth = 640;
inline constexpr float kNarrowWidth = 1024;
inline constexpr float kReadingWidth = 680;  // of a line of text

// Motion, in milliseconds; none of it with prefers-reduced-motion.
inline constexpr float kMotionQuick = 120;
inline constexpr float kMotionSlow = 240;

}  // namespace attune::ui
