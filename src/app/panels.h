// The panels over the map.
#pragma once

#include <span>

#include "app/panel_context.h"
#include "render/map_renderer.h"

namespace harmattan::app {

// Every layer of the scene with its switch, at the right.
void draw_layers_panel(const PanelContext& context);

// Keys and what they do.
void draw_help_panel(const PanelContext& context);

// What became of every row that was read, at the right.
void draw_report_panel(const PanelContext& context);
// How far the panels' space reaches to the right that it leaves free while it is open.
float right_of_free(const PanelContext& context);

// That rows were left out, quietly in a corner, until it is closed or the report is opened.
void draw_rejected_notice(const PanelContext& context);

// Which column of a table is what, before it is read.
void draw_mapping_panel(const PanelContext& context);

// Where data are to be had, and the button that fetches some.
void draw_get_panel(const PanelContext& context);

// Which events are shown, in words of docs/filters.md.
void draw_filter_panel(const PanelContext& context);

// What is known of coups, talks and the like at the pointer.
void draw_context_card(const PanelContext& context, std::span<const render::ContextHit> hits);

// A ring around the event that is pointed out, and what is known of it.
void draw_picked_event(const PanelContext& context, layout::PointPx symbol_offset);

// The session's notice, until it is closed.
void draw_notice(const PanelContext& context);

// Some words above the strip that go by themselves.
void draw_toast(const PanelContext& context, const std::string& text);

// A card beside the pointer for the events under it; `hits` topmost first.
void draw_event_card(const PanelContext& context, std::span<const render::EventHit> hits);

}  // namespace harmattan::app
