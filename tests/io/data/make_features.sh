#!/bin/sh
# Makes places.fgb and layers.gpkg with GDAL's own tools (3.6.2 was used).  usage: make_features.sh, in its folder
set -e
rm -f places.fgb layers.gpkg
ogr2ogr -f FlatGeobuf places.fgb places.csv -oo GEOM_POSSIBLE_NAMES=wkt -oo KEEP_GEOM_COLUMNS=NO -a_srs EPSG:4326 -nlt POINT
options="-f GPKG -lco SPATIAL_INDEX=NO -lco GEOMETRY_NAME=geom"
work=$(mktemp -d)
printf 'name,wkt\non the meridian,"POINT (500000 1800000)"\neast of it,"POINT (600000 1800000)"\n' > "$work/utm.csv"
printf 'name,wkt\nhalf a circle,"CIRCULARSTRING (0 0, 1 1, 2 0)"\n' > "$work/arc.csv"
printf 'name,kind\nno place,none\n' > "$work/table.csv"
ogr2ogr $options layers.gpkg "$work/utm.csv" -oo GEOM_POSSIBLE_NAMES=wkt -oo KEEP_GEOM_COLUMNS=NO -a_srs EPSG:32630 -nlt POINT
ogr2ogr $options -update layers.gpkg "$work/arc.csv" -oo GEOM_POSSIBLE_NAMES=wkt -oo KEEP_GEOM_COLUMNS=NO -a_srs EPSG:4326 -nlt CIRCULARSTRING
ogr2ogr $options -update layers.gpkg "$work/table.csv" -nlt NONE
rm -r "$work"
