#include "io/guess_layout.h"
namespace harmattan::io {
void guess_columns_of(EventLayout&, const TableSample&) {}
}
