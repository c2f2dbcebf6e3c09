// The panels over the map.
#pragma once

#include <span>

#include "app/panel_context.h"
#include "render/map_renderer.h"

namespace harmattan::app {

// Every layer of the scene with its switch, at the right.
void draw_layers_panel(const PanelContext& context);

// What the session asks before it reads a table.
void draw_table_panel(const PanelContext& context);

// Of every file: its records, and each row that could not be used or is doubtful.
void draw_report_panel(const PanelContext& context);

// One line at the top while rows could not be used, until it is closed.
void draw_rejected_hint(const PanelContext& context);

// A ring around the pinned event and its card.
void draw_pinned_event(const PanelContext& context);

// Where events are to be had, and the button that fetches them.
void draw_get_panel(const PanelContext& context);

// One line that says why there is no event to be seen.
void draw_empty_hint(const PanelContext& context);

// The line for a filter's expression.
void draw_filter_panel(const PanelContext& context);

// Keys and what they do.
void draw_help_panel(const PanelContext& context);

// The session's notice, until it is closed.
void draw_notice(const PanelContext& context);

// Some words above the strip that go by themselves.
void draw_toast(const PanelContext& context, const std::string& text);

// A card beside the pointer for the events under it; `hits` topmost first.
void draw_event_card(const PanelContext& context, std::span<const render::EventHit> hits);

}  // namespace harmattan::app
