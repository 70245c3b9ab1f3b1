"""The only place that touches the disk: studies, tables, resources."""
