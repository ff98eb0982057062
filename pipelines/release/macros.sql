-- Six significant digits: more than any page prints.
create or replace temp macro six_digits(x) as
    case when x = 0 then 0 else round(x, 5 - floor(log10(abs(x)))::integer) end;

-- As much of a date as is known.
create or replace temp macro partial_date(day, how) as
    left(strftime(day, '%Y-%m-%d'), case how when 'year' then 4 when 'month' then 7 else 10 end);

-- A text that no spreadsheet runs as a formula: the rule of pipelines/tables/print-table.ts. What is a number stays one.
create or replace temp macro plain_text(x) as
    case
        when regexp_matches(x, '^[=+\-@\t\r\n＝＋－＠]') and not regexp_full_match(x, '[+-]?[0-9]+(,[0-9]{3})*(\.[0-9]+)?%?')
            then '''' || x
        else x
    end;

-- An academic year by the year in which it ends, as Explore Education Statistics writes it: 2019 is 201819.
create or replace temp macro six_digit_year(y) as printf('%d%02d', y - 1, y % 100);

-- A sentence short enough for a list of choices there, which holds 120 characters: its first part if it is not.
create or replace temp macro item_text(x) as case when length(x) > 120 then split_part(x, ': ', 1) else x end;
