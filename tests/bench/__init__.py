"""What reading costs, in CPU time, beside plain Django and plain REST framework over the same data. See CONTRIBUTING.md."""
